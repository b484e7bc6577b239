import { z } from '../../../runner/api.ts';
import { actionCheck } from '../../kit/check.ts';
import { adversaries } from './adversaries.ts';
import type { Deed } from './deed.ts';
import { expect, none, right } from './said.ts';
import { deeds, shownBefore } from './source.ts';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);
const reference = 'an id or a name, or a fact such as `${first}`.';

const exec = z.strictObject({
  in: z.string().describe(`Inside which container: ${reference}`),
  program: oneOrMore.describe('The program that must have run there; any of them if there are several.'),
  lists: z
    .string()
    .optional()
    .describe(
      'What it must have shown: the name of a file, whose folder it must have read while the file lay in it, or which it must have found by that name, and not have left out by its options; or a folder, by its whole path: `/etc`. Of `/proc`, what stands there of a process is enough.',
    ),
  exit: z.int().optional().describe('Its exit code; 0 unless given. None is known of what is typed in a shell inside.'),
});

const params = z
  .strictObject({
    list: z
      .enum(['containers', 'images', 'networks', 'volumes'])
      .optional()
      .describe(
        'A list that must have been shown, of all that there were then: `docker ps`, `docker images`. An empty one counts where there was nothing to show since the step opened.',
      ),
    all: z.boolean().default(false).describe('Stopped containers must have been on the list, too.'),
    exec: exec.optional().describe('A program that must have run inside a container, in whatever way.'),
    call: oneOrMore
      .optional()
      .describe(
        'A call of the API, or any of several: `inspect`, `logs`, `top`, `changes` (`docker diff`), `archive` and `copy` (`docker cp` out and in), `export`, `stats`, `history`, `create`, `start`, `stop`, `kill`, `restart`, `pause`, `unpause`, `update`, `rename`, `remove`, `attach`, `exec`, `commit`, `build`, `pull`, `tag`, `push`, `connect`, `disconnect`, `prune`.',
      ),
    of: z.string().optional().describe(`What the call must have been about: ${reference} Anything unless given.`),
    outcome: z.enum(['ok', 'refused']).default('ok').describe('How the engine must have answered the call.'),
  })
  .refine(({ list, exec, call }) => list ?? exec ?? call, 'Say what must have been done: `list`, `exec` or `call`.');

export type DidParams = z.infer<typeof params>;
export type ExecParams = z.infer<typeof exec>;

/** The learner did something by the engine since the step opened: where several things are named, any of them. */
export const did = actionCheck<DidParams, Deed>({
  name: 'docker/did',
  about:
    'Since the step opened, the learner had the engine show a list, ran a program inside a container, or made another call of its API, by whatever client; and it came to what it should. Where several of these are named, any of them.',
  params,
  // That a program ran is told on another way than that its exec has ended.
  wakesOn: ['docker.exec', 'docker.api', 'docker.container.start', 'program', 'shell.command'],
  adversaries,
  from: deeds,
  keeps: shownBefore,
  expect,
  right,
  none,
});
