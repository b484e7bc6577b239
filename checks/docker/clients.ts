import type { Process } from '../../runner/api.ts';
import { program } from './command.ts';

/** Whether a `docker` program is at one of these verbs now: what it was told to do may be half done. */
export const clientIsAt = (processes: readonly Process[], ...verbs: readonly string[]): boolean =>
  processes.some(
    ({ args: [first = '', ...rest] }) => program(first) === 'docker' && rest.some((each) => verbs.includes(each)),
  );
