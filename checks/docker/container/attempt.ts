import { z } from '../../../runner/api.ts';
import type { Subject } from '../../kit/subject.ts';

const attempt = z.object({
  /** What was asked for is among its own processes; of one that does not run: its command asks for it. */
  runs: z.boolean(),
  /** It comes from the image that was asked for. */
  ofImage: z.boolean(),
  state: z.string(),
  /** A terminal's foreground job waits for it. */
  foreground: z.boolean(),
  command: z.array(z.string()),
  image: z.string(),
  exitCode: z.number().optional(),
  error: z.string().optional(),
  /** Its first process is still being made. */
  starts: z.boolean(),
  /** What was asked for runs in it, but was brought in from outside. */
  brought: z.boolean(),
});

/** What is known of a container that may be what was asked for. */
export type Attempt = z.infer<typeof attempt>;

export const attemptOf = ({ is }: Subject): Attempt => attempt.parse(is);
