import type { RunOutcome } from '../../prove/event.ts';
import { type ExitCode, exitCodes } from '../context.ts';

const codes: Readonly<Record<RunOutcome, ExitCode>> = {
  ok: exitCodes.done,
  failed: exitCodes.lab,
  errored: exitCodes.machine,
  interrupted: exitCodes.interrupted,
};

/** What a script is told about proofs: the lab's fault, the machine's, or that all is as declared. */
export const codeOf = (outcome: RunOutcome): ExitCode => codes[outcome];
