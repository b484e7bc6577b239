import { message, z } from '../../runner/api.ts';
import { wordsOf } from '../docker/words.ts';
import { stateCheck } from '../kit/check.ts';
import { equal } from '../kit/expectation.ts';
import { expectationsOf, where } from '../kit/where.ts';
import { adversaries } from './adversaries.ts';
import { processes } from './source.ts';

const others = z
  .partialRecord(z.enum(['cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'user', 'uts']), z.string())
  .default({});

const params = z.strictObject({
  in: z
    .string()
    .default('machine')
    .describe(
      '`machine`, or a container: a fact such as `${web}`, an id or a name. Of a container only its own processes count, none that `docker exec` brought in.',
    ),
  args: z
    .string()
    .optional()
    .describe('Its arguments as one line, quoted as in a shell: `sleep 11111`. Any process unless given.'),
  parent: z
    .string()
    .optional()
    .describe('The arguments of a process from which it descends, its parent or further up.'),
  where: where.describe(
    'Values that it must have, by path: `user.uid: 0`, `capabilities.effective: { includes: NET_ADMIN }` (`permitted`, `bounding`, `inheritable`, `ambient`), `seccomp: filter`, `noNewPrivileges: true`, `signals.ignored: { includes: HUP }` (`blocked`, `caught`), `cgroup.memory.limit: 67108864` (`used`, `peak`, `reached`, `oomKills`), `cgroup.cpu.cores: { atMost: 0.5 }` (`shares`, `weight`, `throttled`, `set`), `cgroup.pids.limit: 20` (`used`, `refused`), `cgroup.frozen: true`. The same words by control groups of either version; no limit is `max`. Operators as with `docker/object`.',
  ),
  same: others.describe('Namespaces that it shares with `machine` or with a container: `net: machine`, `pid: ${web}`.'),
  other: others.describe('Namespaces that are not those of `machine` or of a container.'),
});

export type ProcessParams = z.infer<typeof params>;

/** A process is there, on the machine or in a container, and is as it should be. */
export const process = stateCheck<ProcessParams>({
  name: 'process',
  about:
    'A process with these arguments is there, on the machine or in a container: who started it, as whom it acts, what it may do, what it is limited to, and what it shares.',
  params,
  wakesOn: ['docker.container', 'docker.exec', 'shell.command', 'terminal.quiet'],
  adversaries,
  binds: 'text',
  from: processes,
  expect: ({ args, parent = '', where, same, other }) => [
    ...equal('args', args && wordsOf(args), { rank: 'identity' }),
    ...equal('parent', parent !== '' || undefined, {
      say: ({ name }) => ({ because: message('process.orphan', { name, parent }) }),
    }),
    ...expectationsOf(where),
    ...Object.entries(same).flatMap(([kind, whose]) => of(kind, whose, 'shared', 'process.separate')),
    ...Object.entries(other).flatMap(([kind, whose]) => of(kind, whose, 'separate', 'process.shared')),
  ],
  none: ({ args = '*', in: place }) => message('process.none', { args, place }),
  found: ({ id }) => ({ kind: 'text', text: id }),
});

const of = (kind: string, whose: string, wanted: string, id: 'process.separate' | 'process.shared') =>
  equal(`${kind} of ${whose}`, wanted, { say: ({ name }) => ({ because: message(id, { name, kind, whose }) }) });
