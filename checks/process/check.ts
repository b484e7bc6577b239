import { message, shown, z } from '../../runner/api.ts';
import { stateCheck } from '../kit/check.ts';
import { equal } from '../kit/expectation.ts';
import { engineOf, type Place, place, placeName, places, sightOf, wakes } from '../kit/place.ts';
import { expectationsOf, where } from '../kit/where.ts';
import { adversaries } from './adversaries.ts';
import { processes } from './source.ts';

const others = z
  .partialRecord(z.enum(['cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'user', 'uts']), place)
  .default({});

const params = z.strictObject({
  in: place
    .default('machine')
    .describe(`${places}. Of a container only its own processes count, none that an exec brought in.`),
  args: z
    .string()
    .optional()
    .describe(
      'Its arguments as one line, quoted as in a shell: `sleep 11111`. Another program that only calls itself so does not count. Any process unless given.',
    ),
  starts: z
    .string()
    .optional()
    .describe('How its command line begins, without the path: `nginx: master`; or its name as the kernel has it.'),
  count: z.int().min(0).optional().describe('How many there must be; at least one unless given.'),
  parent: z
    .string()
    .optional()
    .describe('The arguments of a process from which it descends, its parent or further up.'),
  where: where.describe(
    'Values that it must have, by path: `user.uid: 0`, `capabilities.effective: { includes: NET_ADMIN }` (`permitted`, `bounding`, `inheritable`, `ambient`), `seccomp: filter`, `noNewPrivileges: true`, `signals.ignored: { includes: HUP }` (`blocked`, `caught`), `cgroup.memory.limit: 67108864` (`used`, `peak`, `reached`, `oomKills`), `cgroup.cpu.cores: { atMost: 0.5 }` (`shares`, `weight`, `throttled`, `set`), `cgroup.pids.limit: 20` (`used`, `refused`), `cgroup.frozen: true`. The same words by control groups of either version; no limit is `max`. Operators as with `docker/object`.',
  ),
  same: others.describe('Namespaces that it shares with another place: `net: machine`, `pid: ${web}`.'),
  other: others.describe('Namespaces that are not those of another place.'),
});

export type ProcessParams = z.infer<typeof params>;

/** A process is there, on the machine, in a container or in a Pod, and is as it should be. */
export const process = stateCheck<ProcessParams>({
  name: 'process',
  about:
    'A process is there, on the machine, in a container or in a Pod, or so many are: who started it, as whom it acts, what it may do, what it is limited to, and what it shares.',
  params,
  wakesOn: wakes,
  asks: (written) => [written.in, ...valuesOf(written.same), ...valuesOf(written.other)].flatMap(engineOf),
  sees: (written) => sightOf(written.in),
  adversaries,
  binds: 'text',
  from: processes,
  count: ({ count }) => count,
  expect: ({ parent = '', where, same, other }) => [
    ...equal('parent', parent !== '' || undefined, {
      say: ({ name }) => ({ because: message('process.orphan', { name, parent }) }),
    }),
    ...expectationsOf(where),
    ...Object.entries(same).flatMap(([kind, whose]) => of(kind, whose, 'shared', 'process.separate')),
    ...Object.entries(other).flatMap(([kind, whose]) => of(kind, whose, 'separate', 'process.shared')),
  ],
  none: ({ args, starts = '*', count }, about) =>
    message(count === 0 ? 'process.absent' : 'process.none', { args: args ?? starts, place: about }),
  miscounted: (all, { args, starts = '*', count }) => {
    const sides = { expected: String(count), actual: String(all.length) };
    const values = { args: args ?? starts, place: shown(all[0]?.is.where), ...sides };
    return { because: message('process.count', values), mismatch: sides };
  },
  found: ({ id }) => ({ kind: 'text', text: id }),
});

const valuesOf = (written: unknown): readonly unknown[] =>
  typeof written === 'object' && written !== null ? Object.values(written) : [];

const of = (kind: string, place: Place, wanted: string, id: 'process.separate' | 'process.shared') =>
  equal(`${kind} of ${placeName(place)}`, wanted, {
    say: ({ name, is }) => ({
      because: message(id, { name, kind, whose: shown(is[placeName(place)]) || placeName(place) }),
    }),
  });
