import { rejudge } from '../../journal/rejudge.ts';
import type { Step } from '../../lab/lab.ts';
import { checkName } from '../../lab/names.ts';
import { enginesOf } from '../../session/environment.ts';
import { checkOf, judgeCheck } from '../../session/judgeCheck.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { typeIn } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import type { Finding, Outcome } from '../event.ts';
import { finding } from '../findings.ts';
import { nothing, type TrialResult } from '../record.ts';
import { errorAmong } from './errorAmong.ts';

/** The solution of a step that has been solved, typed once more, does not make its checks fail. */
export async function steady(harness: Harness, step: Step, commands: string, tools: Tools): Promise<TrialResult> {
  const { session } = harness.watched();
  const own = session.state().steps.find((each) => each.id === step.id);
  const since = own?.since ?? 0;
  const typed = await typeIn(harness, step, commands, tools);
  await session.settled();
  const scene = {
    world: harness.machine.world,
    clock: tools.clock,
    checks: tools.checks,
    facts: session.state().facts,
    language: 'en',
  } as const;
  const findings: Finding[] = [];
  for (const [index, use] of step.checks.entries()) {
    const remembering = { ...scene, kept: own?.kept[index], engines: enginesOf(use, harness.lab.needs) };
    const { verdict, evidence } = await judgeCheck(use, since, Number.MAX_SAFE_INTEGER, remembering);
    findings.push(finding(checkName(use), verdict, evidence));
  }
  const lost = findings.find((each) => each.status === 'pending');
  const result: Outcome = lost
    ? { outcome: 'failed', because: message('prove.unsteady', { step: step.id }) }
    : (errorAmong(findings) ?? { outcome: 'ok' });
  return { typed, answered: [], findings, result };
}

/** What must hold to the end does, and the session's events give the same verdicts when they are judged again. */
export async function steadyToTheEnd(harness: Harness, tools: Tools): Promise<TrialResult> {
  const { session } = harness.watched();
  const finished = await harness.watched().until(({ state }) => state.finished, tools.timeout);
  if (!finished) {
    const { steps, current } = session.state();
    const broken = message('prove.not-held', { step: steps[current]?.id ?? '' });
    return { ...nothing, result: { outcome: 'failed', because: broken } };
  }
  const [difference] = rejudge(harness.history(), (step, index) => {
    const use = harness.lab.steps.find((each) => each.id === step)?.checks[index];
    return use && checkOf(use, tools.checks);
  });
  if (!difference) return { ...nothing, result: { outcome: 'ok' } };
  const step = 'step' in difference.event ? difference.event.step : '';
  return {
    ...nothing,
    result: { outcome: 'errored', because: message('prove.rejudged', { step }), blame: 'seatrial' },
  };
}
