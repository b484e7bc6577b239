import { z } from '../../../runner/api.ts';
import { actionCheck } from '../../kit/check.ts';
import { adversaries } from './adversaries.ts';
import type { Deed } from './deed.ts';
import { deeds } from './source.ts';
import { rightly, whyNot } from './why.ts';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);
const several = (about: string) => oneOrMore.optional().describe(about);

const params = z.strictObject({
  pod: z
    .string()
    .optional()
    .describe('Which Pod: a name, or a fact such as `${nginx}`. For anything else, `resource` and `name`.'),
  verb: several('`get`, `list`, `create`, `patch`, `delete` …, as the API calls it; any of them if there are several.'),
  resource: z.string().optional().describe('In plural: `deployments`. `pods` where `pod` is given.'),
  name: z.string().optional().describe('Of the object.'),
  namespace: z.string().optional().describe("Where it was done; the lab's own namespace unless given."),
  subresource: several(
    '`exec`, `attach`, `log`, `portforward`, `ephemeralcontainers` …; any of them if there are several.',
  ),
  container: several('Of exec, attach and log: the container; any of them if there are several.'),
  program: several('The program that an exec must have run; any of them if there are several.'),
  contains: several(
    'A text that the command of an exec must contain, besides; any of them if there are several: a path, an option. `HUP 1` is not in `kill -HUP 17`.',
  ),
  matches: z
    .string()
    .optional()
    .describe('A regular expression that its words, as one line, must match, besides: `kill -[sn] *HUP`.'),
  ends: z
    .union([z.enum(['well', 'badly', 'any', 'refused']), z.int().min(400).max(599)])
    .default('well')
    .describe(
      'How that program must have ended: with 0, with anything else, or in whatever way. One that could not be started never counts. Or `refused`: the API server must have said no; with just this HTTP status where one is given: `403`.',
    ),
  lists: z
    .literal('processes')
    .optional()
    .describe(
      'The processes that the container sees must have been looked at from it, in whatever way: what was read of its `/proc` decides. Where a cluster does not show that, `program` and `contains` do.',
    ),
  reads: z
    .strictObject({
      container: z.string().describe('The container that has the file.'),
      path: z.string().describe('Where that container has it.'),
    })
    .optional()
    .describe(
      'A file of the Pod must have been read from `container`, in whatever way and by whatever path: what was opened there, and read from, decides. Where a cluster does not show that, `program` and `contains` do.',
    ),
  signals: z
    .strictObject({
      signal: z.string().describe('Its name: `HUP`.'),
      pid: z.int().describe('The process that it was sent to, by the PID that the container sees.'),
    })
    .optional()
    .describe(
      'A signal must have been sent from `container`, in whatever way: what the kernel has seen decides. Where a cluster does not show that, `program` and `contains` do.',
    ),
  refused: z
    .strictObject({
      error: z
        .enum(['EACCES', 'EPERM', 'ESRCH'])
        .describe('How the kernel calls it: no permission, not allowed, no such process.'),
      path: z
        .string()
        .optional()
        .describe('A regular expression that the path must match, as the program has given it: `(?:^|/)root(?:/|$)`.'),
      signal: z.string().optional().describe('Or the signal that was to be sent to one PID, by its name: `HUP`.'),
      pid: z.int().optional().describe('That PID, as the container sees it; any unless given.'),
    })
    .refine(({ path, signal }) => (path === undefined) !== (signal === undefined), 'Either `path` or `signal`.')
    .optional()
    .describe(
      'The kernel must have refused this to a program in `container`, whichever that was: what the kernel has answered decides. Where a cluster does not show that, `program`, `contains` and `matches` do.',
    ),
  shell: z
    .boolean()
    .default(true)
    .describe(
      'Whether a shell inside, opened by exec, attach or debug, is as good as the program: what is typed in it no API sees, so let an answer or another check tell what came of it. One that was left before anything ran in it does not count, where the node shows that. One that was open before counts once something has been typed in it.',
    ),
});

export type DidParams = z.infer<typeof params>;

/** The learner asked something of the API since the step opened, by whatever client. */
export const did = actionCheck<DidParams, Deed>({
  name: 'kubernetes/did',
  about:
    'Since the step opened, the learner asked this of the API, by whatever client: exec, attach, logs, a list, a change. An exec counts once its program has ended, and with 0 unless it is said otherwise. A shell inside a Pod in which something is typed counts as well.',
  params,
  // A Pod's own changes, too: a container that is added to look around is to be watched before anything is typed in it.
  wakesOn: [
    ...['kubernetes.action', 'kubernetes.exec', 'kubernetes.read'],
    ...['kubernetes.object.Pod', 'terminal.quiet', 'shell.command'],
  ],
  sees: ['actions'],
  adversaries,
  from: deeds,
  expect: (wanted) => [{ rank: 'identity', why: ({ is }) => whyNot(is, wanted) }],
  right: ({ is }, wanted) => rightly(is, wanted),
});
