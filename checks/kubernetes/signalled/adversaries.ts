import type { Adversary } from '../../../runner/api.ts';
import { right, wrong } from '../../kit/adversary.ts';
import { nameOf, partOf } from '../typed.ts';
import type { SignalledParams } from './check.ts';

/** Ways to signal a process in a Pod, and what is like one. A Pod that is known by its name alone is left out: nobody could tell its PIDs. */
export function adversaries({ pod, container, process }: SignalledParams): readonly Adversary[] {
  const of = `container.${container}`;
  const [first, child] = [partOf(pod, `${of}.process.insidePid`), partOf(pod, `${of}.child.insidePid`)];
  if (first === undefined || child === undefined) return [];
  const inside = (script: string) => `kubectl exec ${nameOf(pod)} -c ${container} -- sh -c '${script}'`;
  return [
    wrong('only asked whether it is there', inside(`kill -0 ${first}`), { says: 'sends no signal' }),
    wrong('another signal', inside(`kill -USR1 ${first}`), { says: 'SIGUSR1' }),
    wrong('another signal by its number', inside(`kill -10 ${first}`), { says: 'SIGUSR1' }),
    wrong(
      'another signal, and then something that is refused elsewhere',
      `${inside(`kill -USR1 ${first}`)}\nkubectl -n default exec none-of-these -- true`,
      { says: 'SIGUSR1' },
    ),
    wrong('its child', inside(`kill -HUP ${child}`)),
    wrong('nobody', inside('kill -HUP 17017'), { says: '17017' }),
    wrong('only said', inside(`echo kill -HUP ${first}`)),
    wrong('only listed', inside('kill -l HUP')),
    wrong('a name for a PID', inside(`kill -HUP "${process}"`), { says: 'the PID of a process' }),
    wrong('in a container that is none', `kubectl exec ${nameOf(pod)} -c none -- kill -HUP ${first}`, {
      says: 'not valid',
    }),
    wrong('in another namespace', `kubectl exec -n default ${nameOf(pod)} -c ${container} -- kill -HUP ${first}`, {
      says: '`default`',
    }),
    wrong('all in quotes', `kubectl exec ${nameOf(pod)} -c ${container} -- 'kill -HUP ${first}'`, {
      says: 'no program `kill -HUP',
    }),
    wrong('a child ended', inside(`kill ${child}`)),
    wrong('on the machine, by the PID inside', `kill -HUP $(sh -c 'exec sleep 1000 > /dev/null 2>&1 & echo $!')`),
    wrong('never come to', inside(`exit 0; kill -HUP ${first}`)),
    wrong('in a function that nobody calls', inside(`begin() { kill -HUP ${first}; }; true`)),
    ...(process.startsWith('nginx')
      ? [
          wrong(
            'a line in its name, and its children ended',
            inside(
              `echo "[notice] ${first}#${first}: signal 1 (SIGHUP) received from 25, reconfiguring" > /proc/${first}/fd/2; kill $(cat /proc/${first}/task/${first}/children)`,
            ),
          ),
          wrong(
            'with a configuration that it refuses',
            inside(`cp /etc/nginx/nginx.conf /tmp/kept; echo nonsense >> /etc/nginx/nginx.conf; kill -HUP ${first}`),
            { undo: inside('cp /tmp/kept /etc/nginx/nginx.conf; rm /tmp/kept') },
          ),
        ]
      : []),
    right('by its number', inside(`kill -1 ${first}`)),
    right('by its name behind -s', inside(`kill -s HUP ${first}`)),
    right('after another signal', inside(`kill -USR1 ${first}; kill -HUP ${first}`)),
    right('stopped, signalled, and let go on', inside(`kill -STOP ${first}; kill -HUP ${first}; kill -CONT ${first}`)),
    right('by a shell of its own', inside(`p=${first}; trap "kill -HUP $p" EXIT`)),
    right('from a shell inside', `kubectl exec -it ${nameOf(pod)} -c ${container} -- sh\nkill -HUP ${first}\nexit`),
  ];
}
