import { message, z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { holds } from '../../kit/expectation.ts';
import { wordsOf } from '../words.ts';
import { adversaries } from './adversaries.ts';
import { inForeground, otherArgs, otherImage, right, stopped } from './said.ts';
import { type Attempt, attempts } from './source.ts';

const params = z.strictObject({
  image: z.string().describe('The image it must come from, by name: the lab’s own, where it brings one of that name.'),
  args: z
    .string()
    .refine((line) => wordsOf(line).length > 0)
    .describe(
      'What must run in it, as one line of words, quoted as in a shell: `sleep 11111`, `nginx -g "daemon off;"`. Its first process, or one that this has started; never one that was brought in by `docker exec`, nor another program that only calls itself so, or whose file has taken the place of the image’s own.',
    ),
  // Any check can be asked to: this is as journals have it from before that.
  stays: z
    .number()
    .min(0)
    .max(60)
    .default(0)
    .describe(
      'For how many seconds it must have run before it passes: for one that may end as soon as it has started.',
    ),
});

/** A container runs in the background, with these arguments and from this image. Speaks about the nearest attempt. */
export const container = stateCheck<z.infer<typeof params>, Attempt>({
  name: 'docker/container',
  about:
    'A container of this image runs these arguments in the background. With `as`, later steps know it by that name.',
  params,
  wakesOn: [
    ...['start', 'die', 'destroy', 'detach', 'pause', 'unpause', 'inspected'].map((each) => `docker.container.${each}`),
    ...['docker.api.refused', 'shell.command'],
  ],
  stays: ({ stays }) => stays * 1000,
  adversaries,
  binds: 'container',
  from: attempts,
  expect: (wanted) => [
    holds('runs', ({ runs }) => runs, { rank: 'identity', say: otherArgs(wanted) }),
    holds('image', ({ ofImage }) => ofImage, { rank: 'part', say: otherImage(wanted) }),
    holds('state', ({ state }) => state === 'running', { rank: 'state', say: stopped }),
    holds('foreground', ({ foreground }) => !foreground, { rank: 'state', say: inForeground(wanted) }),
  ],
  right,
  none: ({ args }) => message('container.none', { args }),
  found: ({ id }, { args }) => ({ kind: 'container', id, args: wordsOf(args).join(' ') }),
});
