import { rejudge } from '../../journal/rejudge.ts';
import type { Step } from '../../lab/lab.ts';
import { checkName } from '../../lab/names.ts';
import { enginesOf } from '../../session/environment.ts';
import { checkOf, judgeCheck } from '../../session/judging.ts';
import type { Bench, Tools } from '../../typist/bench.ts';
import { typeIn } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import type { Finding, Outcome } from '../event.ts';
import { finding } from '../findings.ts';
import { nothing, type Tried } from '../record.ts';
import { errorAmong } from './errorAmong.ts';

/** The solution of a step that has been solved, typed once more, does not make its checks fail. */
export async function steady(bench: Bench, step: Step, commands: string, tools: Tools): Promise<Tried> {
  const { session } = bench.watched();
  const own = session.state().steps.find((each) => each.id === step.id);
  const since = own?.since ?? 0;
  const typed = await typeIn(bench, step, commands, tools);
  await session.settled();
  const scene = {
    world: bench.machine.world,
    clock: tools.clock,
    checks: tools.checks,
    facts: session.state().facts,
    language: 'en',
  } as const;
  const findings: Finding[] = [];
  for (const [index, use] of step.checks.entries()) {
    const remembering = { ...scene, kept: own?.kept[index], engines: enginesOf(use, bench.lab.needs) };
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
export async function steadyToTheEnd(bench: Bench, tools: Tools): Promise<Tried> {
  const { session } = bench.watched();
  const finished = await bench.watched().until(({ state }) => state.finished, tools.timeout);
  if (!finished) {
    const { steps, current } = session.state();
    const broken = message('prove.not-held', { step: steps[current]?.id ?? '' });
    return { ...nothing, result: { outcome: 'failed', because: broken } };
  }
  const [difference] = rejudge(bench.history(), (step, index) => {
    const use = bench.lab.steps.find((each) => each.id === step)?.checks[index];
    return use && checkOf(use, tools.checks);
  });
  if (!difference) return { ...nothing, result: { outcome: 'ok' } };
  const step = 'step' in difference.event ? difference.event.step : '';
  return {
    ...nothing,
    result: { outcome: 'errored', because: message('prove.rejudged', { step }), blame: 'seatrial' },
  };
}
