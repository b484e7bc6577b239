import type { Step } from '../../lab/lab.ts';
import { message } from '../../words/message.ts';
import type { Bench, Tools } from '../bench.ts';
import { fallen } from '../fallen.ts';
import { findingsOf } from '../findings.ts';
import type { Tried } from '../record.ts';
import { solve } from '../solve.ts';
import { errorAmong } from './errorAmong.ts';

/** A right way passes the step within its time. */
export async function solved(bench: Bench, step: Step, commands: string, tools: Tools): Promise<Tried> {
  const { typed, answered, solved } = await solve(bench, step, commands, tools);
  const { session, events } = bench.watched();
  const findings = findingsOf(step, session.state(), events);
  const trail = { typed, answered, findings };
  const fell = await fallen(bench);
  if (fell) return { ...trail, findings: [...findings, fell.finding], result: fell.result };
  if (solved) return { ...trail, result: { outcome: 'ok' } };
  const error = errorAmong(findings, session.state().trouble);
  if (error) return { ...trail, result: error };
  const seconds = tools.timeout / 1000;
  return { ...trail, result: { outcome: 'failed', because: message('prove.not-solved', { step: step.id, seconds }) } };
}
