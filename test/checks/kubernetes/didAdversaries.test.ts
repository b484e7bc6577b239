import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../../checks/index.ts';
import type { Adversary } from '../../../runner/verdict/adversary.ts';
import { judge, tells, told } from '../../helpers/kubernetes/judge.ts';
import { apply, found, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
let facts: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  lab = await openLearner({}, `test-adversaries-${process.pid}`);
  await apply(lab, sharedPod.replace('command: [sleep, "3600"]', ''));
  const pod = await readyPod(lab, 'nginx');
  const id = pod.containers.find(({ name }) => name === 'nginx')?.id;
  const [master] = await lab.world.kubernetes.processes(pod, id);
  const inside = String(master?.insidePid);
  // Without the capability the roots of the workers may not be followed.
  const lacking = sharedPod.replace('name: nginx', 'name: lean').replace(/^ *securityContext.*\n/m, '');
  await apply(lab, lacking.replace('command: [sleep, "3600"]', ''));
  const lean = { '${lean}': (await readyPod(lab, 'lean')).uid, '${lean.name}': 'lean' };
  facts = {
    ...lean,
    '${nginx}': pod.uid,
    '${nginx.name}': 'nginx',
    '${nginx.container.nginx.process.insidePid}': inside,
  };
}, 180_000);
afterAll(() => lab?.remove());

const filled = (text: string): string =>
  Object.entries(facts).reduce((so, [fact, value]) => so.replaceAll(fact, value), text);

/** What is typed into a shell inside comes on its input here. */
const typed = (script: string): string => {
  const [first = '', ...rest] = script.split('\n');
  return first.includes(' exec -it ')
    ? `printf '%s\\n' ${rest.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(' ')} | ${first.replace(' -it ', ' -i ')}`
    : script;
};

/** Resolves once the node has told of everything that came before. */
async function settled(): Promise<void> {
  const at = await lab.world.now();
  await run(lab, 'kubectl exec nginx -c shell -- true');
  await found(lab, async () => {
    const seen = await lab.world.kubernetes.execs(await readyPod(lab, 'nginx'));
    return seen?.all.some((each) => each.at > at && each.ended) || undefined;
  });
}

const pod = '${nginx}';
const uses = {
  lists: { pod, container: 'shell', program: ['ps', 'top', 'ls'], lists: 'processes' },
  reads: {
    ...{ pod, container: 'shell', program: ['cat', 'head'], contains: '/root/' },
    reads: { container: 'nginx', path: '/etc/nginx/nginx.conf' },
  },
  program: { pod, container: 'shell', program: ['kill'], contains: ['HUP 1'] },
  signals: { pod, container: 'shell', program: ['kill'], contains: ['HUP 1'], signals: { signal: 'HUP', pid: 1 } },
  roots: {
    ...{ pod: '${lean}', container: 'shell', program: ['cat', 'ls', 'readlink'], contains: '/root', ends: 'any' },
    refused: { error: 'EACCES', path: '(?:^|/)root(?:/|$)' },
  },
  nobody: {
    ...{ pod, container: 'shell', program: ['kill'], contains: 'HUP', ends: 'any' },
    refused: { error: 'ESRCH', signal: 'HUP' },
  },
};
const did = checks.find(({ name }) => name === 'kubernetes/did');
const cases = Object.entries(uses).flatMap(([use, params]) =>
  (did?.adversaries(params) ?? []).map((each) => [use, each.name, params, each] as const),
);

test.each<readonly [string, string, { readonly pod: string }, Adversary]>(cases)(
  'kubernetes/did %s: %s',
  async (_, __, params, each) => {
    const given = { ...params, pod: filled(params.pod) };
    // As a session does when a step opens.
    await judge(lab, 'kubernetes/did', given);
    const since = await lab.world.now();
    await run(lab, filled(typed(each.run)));
    const says = each.outcome === 'right' ? '^passed: ' : `^pending: .*${each.says?.replace(/[/$.]/g, '\\$&') ?? ''}`;
    // And on its tick: what had ended before anybody saw whose it was is believed only after a while.
    const beat = setInterval(() => lab.wake('tick'), 1_000);
    const verdict = tells(lab, new RegExp(says), 'kubernetes/did', given, since);
    expect(await verdict.finally(() => clearInterval(beat))).toMatch(new RegExp(says));
    if (each.outcome === 'right') return;
    await settled();
    expect(await told(lab, 'kubernetes/did', given, since)).toMatch(/^pending: /);
  },
);
