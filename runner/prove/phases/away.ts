import type { Step } from '../../lab/lab.ts';
import { checkName, shownWay } from '../../lab/names.ts';
import { askedBy } from '../../session/away.ts';
import { checkOf } from '../../session/judgeCheck.ts';
import { judgeUse } from '../../session/judgeUse.ts';
import { fillIn } from '../../typist/fillIn.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { coreOf, isOpen, typeIn } from '../../typist/solve.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { breakOff, mend } from '../attempts/fault.ts';
import type { Finding, Outcome } from '../event.ts';
import { finding } from '../findings.ts';
import type { ProofRunner } from '../proofRunner.ts';
import { nothing, type TrialResult } from '../record.ts';
import { pass } from '../walk.ts';

/** What a check or the open question says, by what it is called. */
type Said = { readonly by: string; readonly verdict: Verdict; readonly needsEngine: boolean };

/**
Takes the engine away, or the cluster's API server, at each step as it opens, types the solution, and brings it back. What needs the engine is meanwhile the machine's fault and
nobody else's; what does not is judged as ever; and afterwards all is as it was.
*/
export async function proveAway(wanted: readonly Step[], proofRunner: ProofRunner, tools: Tools): Promise<void> {
  const { lab, prove, onHarness } = proofRunner;
  if (!lab.needs.docker && !(lab.needs.kubernetes && tools.ways)) return;
  const last = lab.steps.findLastIndex((step) => wanted.includes(step));
  await onHarness(async (harness) => {
    for (const [index, step] of lab.steps.slice(0, last + 1).entries()) {
      if (wanted.includes(step)) await prove(harness, { phase: 'away', step }, () => away(harness, step, tools));
      const next = lab.steps[index + 1];
      if (index === last || !next) return;
      const obstacle = await pass(harness, step, next, tools);
      if (!obstacle) continue;
      await prove(harness, { phase: 'away', step: next }, async () => obstacle);
      return;
    }
  });
}

async function away(harness: Harness, step: Step, tools: Tools): Promise<TrialResult> {
  const { session, until } = harness.watched();
  await session.settled();
  const before = await saidOf(harness, step, tools);
  // Of an engine that is away nobody learns what its containers or Pods are called.
  const solution = await fillIn(shownWay(step), harness);
  await breakOff(harness, tools.ways);
  const typed = await typeIn(
    harness,
    step,
    solution,
    tools,
    until(() => !isOpen(harness, step), shell),
  );
  const meanwhile = await saidOf(harness, step, tools);
  const passed = !isOpen(harness, step) && before.some(({ needsEngine }) => needsEngine);
  await mend(harness, tools.ways);
  await until(({ state }) => state.trouble === undefined, tools.timeout);
  await harness.reopen(step);
  const after = await saidOf(harness, step, tools);
  const findings = meanwhile.map(asFinding);
  const result = whyWrong(before, meanwhile, passed) ?? whyLost(before, after) ?? ({ outcome: 'ok' } as const);
  return { ...nothing, typed, findings, result };
}

/** How long a line is waited for that asks an engine which is away, in ms. */
const shell = 3_000;

/** What each check says now, and the first question to an answer that is none. */
async function saidOf(harness: Harness, step: Step, tools: Tools): Promise<readonly Said[]> {
  const core = coreOf(harness, tools);
  const checks = step.checks.map(async (use, index): Promise<readonly Said[]> => {
    const judged = await judgeUse(core, step, use, Number.MAX_SAFE_INTEGER);
    if (!judged) return [];
    const params = use.kind === 'check' ? use.params : {};
    const { docker, kubernetes } = askedBy(checkOf(use, tools.checks), params);
    const needsEngine = docker || kubernetes;
    return [{ by: `${index + 1} ${checkName(use)}`, verdict: judged.verdict, needsEngine }];
  });
  const [question] = step.questions;
  return [...(await Promise.all(checks)).flat(), ...(question ? await answered(harness, step, question.id) : [])];
}

async function answered(harness: Harness, step: Step, id: string): Promise<readonly Said[]> {
  const { session } = harness.watched();
  if (!isOpen(harness, step)) return [];
  session.send({ type: 'answer', text: '?' });
  await session.settled();
  const verdict = session.state().steps.find((each) => each.id === step.id)?.answers[id];
  return verdict ? [{ by: `question ${id}`, verdict, needsEngine: false }] : [];
}

function whyWrong(before: readonly Said[], meanwhile: readonly Said[], passed: boolean): Outcome | undefined {
  const wrong = meanwhile.find((each) => !isFair(each, before) || (passed && each.needsEngine && isPassed(each)));
  return wrong && failed('prove.away-blamed', wrong, before);
}

const isPassed = ({ verdict }: Said): boolean => verdict.status === 'passed';

/** The machine is blamed; or all is as before; or what was done passes though the engine is away, as it has no need of that. */
function isFair({ by, verdict, needsEngine }: Said, before: readonly Said[]): boolean {
  if (verdict.status === 'errored') return verdict.blame === 'machine';
  const then = before.find((each) => each.by === by)?.verdict;
  return isSame(then, verdict) || (verdict.status === 'passed' && !needsEngine);
}

const isSame = (one: Verdict | undefined, other: Verdict): boolean =>
  one?.status === other.status && one.because.id === other.because.id;

/** What was so before is so again; that of which more was done meanwhile may have passed. */
function whyLost(before: readonly Said[], after: readonly Said[]): Outcome | undefined {
  const lost = after.find((each) => {
    const then = before.find(({ by }) => by === each.by)?.verdict;
    return each.verdict.status === 'errored' || (then?.status === 'passed' && each.verdict.status !== 'passed');
  });
  return lost && failed('prove.away-lost', lost, before);
}

function failed(id: 'prove.away-blamed' | 'prove.away-lost', { by, verdict }: Said, before: readonly Said[]): Outcome {
  const then = before.find((each) => each.by === by)?.verdict;
  const mismatch = { expected: then ? told(then) : '', actual: told(verdict) };
  return { outcome: 'failed', because: message(id, { by }), mismatch };
}

const told = (verdict: Verdict): string =>
  `${verdict.status}${verdict.status === 'errored' ? ` (${verdict.blame})` : ''}: ${say('en', verdict.because)}`;

const asFinding = ({ by, verdict }: Said): Finding => finding(by, verdict, undefined);
