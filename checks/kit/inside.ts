import { given, nameOf } from '../kubernetes/typed.ts';
import type { Place } from './place.ts';

/** How a learner does something in a place. */
export type Inside = {
  /** A shell's lines, in a shell of their own there. */
  readonly run: (script: string) => string;
  /** The same, read from what comes in. */
  readonly read: string;
  /** Makes it anew, with these lines for what it runs. Nothing of what a fact has: what made that is another step's. */
  readonly begin?: (script: string, others?: readonly Part[]) => string;
};

type Part = { readonly name: string; readonly command: readonly string[] };

/** As one word of a shell. */
export const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The first image that the engine has. */
export const anyImage = '"$(docker images -q | head -1)"';

/** A line of bash that runs `cat` under a program's name. It waits for pipes, which it makes of what that program is given. */
export const disguise = ([program = '', ...rest]: readonly string[]): string =>
  `cd /tmp; mkfifo ${rest.map(quote).join(' ')}; exec -a ${program} cat ${rest.map(quote).join(' ')}`;

export const idle = 'exec tail -f /dev/null';

const isFact = (reference: string): boolean => reference.startsWith('${');

export function insideOf(place: Place): Inside {
  if (place === 'machine') return { run: (script) => `sh -c ${quote(script)}`, read: 'sh' };
  return typeof place === 'string' ? inContainer(place) : inPod(place);
}

const inContainer = (name: string): Inside => ({
  run: (script) => `docker exec ${name} sh -c ${quote(script)}`,
  read: `docker exec -i ${name} sh`,
  ...(!isFact(name) && {
    begin: (script) =>
      `docker rm -f ${name} 2> /dev/null\ndocker run -d --name ${name} ${anyImage} sh -c ${quote(script)}`,
  }),
});

function inPod({ pod, container, namespace }: Exclude<Place, string>): Inside {
  const there = namespace === undefined ? '' : ` -n ${namespace}`;
  const inner = container === undefined ? '' : ` -c ${container}`;
  const exec = (options: string) => `kubectl${there} exec ${options}${nameOf(pod)}${inner} -- sh`;
  const part = (name: string, command: readonly string[]) => ({
    ...{ name, image: 'busybox', imagePullPolicy: 'IfNotPresent', command },
  });
  return {
    run: (script) => `${exec('')} -c ${quote(script)}`,
    read: exec('-i '),
    ...(!isFact(pod) && {
      begin: (script, others = []) => {
        const first = part(container ?? 'main', ['sh', '-c', script]);
        const containers = [first, ...others.map(({ name, command }) => part(name, command))];
        const manifest = {
          ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: pod } },
          spec: { terminationGracePeriodSeconds: 1, containers },
        };
        const make = `kubectl${there} delete pod ${pod} --now --ignore-not-found; kubectl${there} create -f -`;
        return `${given(make, manifest)}\nkubectl${there} wait --for=condition=Ready pod/${pod} --timeout=60s`;
      },
    }),
  };
}
