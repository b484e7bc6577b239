import type { HostProcess } from '../../runner/api.ts';
import { lastPart } from './words.ts';

/** The `docker` programs on the machine that are at one of these verbs now: what they were told to do may be half done. */
export const clientsAt = (processes: readonly HostProcess[], ...verbs: readonly string[]): readonly HostProcess[] =>
  processes.filter(
    ({ args: [first = '', ...rest] }) => lastPart(first) === 'docker' && rest.some((each) => verbs.includes(each)),
  );
