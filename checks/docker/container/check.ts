import { z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { equal } from '../../kit/expectation.ts';
import { wordsOf } from '../words.ts';
import { adversaries } from './adversaries.ts';
import { none, right, said } from './said.ts';
import { attempts } from './source.ts';

const params = z.strictObject({
  image: z.string().describe('The image it must come from, by name.'),
  args: z
    .string()
    .refine((line) => wordsOf(line).length > 0)
    .describe(
      'What must run in it, as one line of words, quoted as in a shell: `sleep 11111`, `nginx -g "daemon off;"`. Its first process, or one that this has started; never one that was brought in by `docker exec`.',
    ),
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
export const container = stateCheck<z.infer<typeof params>>({
  name: 'docker/container',
  about:
    'A container of this image runs these arguments in the background. With `as`, later steps know it by that name.',
  params,
  wakesOn: [
    ...['start', 'die', 'destroy', 'detach', 'pause', 'unpause', 'inspected'].map((each) => `docker.container.${each}`),
    'shell.command',
  ],
  stays: ({ stays }) => stays * 1000,
  adversaries,
  binds: 'container',
  from: attempts,
  expect: ({ args, image }) => [
    ...equal('runs', true, { rank: 'identity', say: said.args(args) }),
    ...equal('ofImage', true, { rank: 'part', say: said.image(image) }),
    ...equal('state', 'running', { rank: 'state', say: said.state() }),
    ...equal('foreground', false, { rank: 'state', say: said.foreground(args) }),
  ],
  right: (subject, { args }) => right(subject, args),
  none: ({ args }) => none(args),
  found: ({ id }, { args }) => ({ kind: 'container', id, args: wordsOf(args).join(' ') }),
});
