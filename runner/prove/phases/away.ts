import type { Step } from '../../lab/lab.ts';
import { checkName, shownWay } from '../../lab/names.ts';
import { askedBy } from '../../session/away.ts';
import { judgeUse } from '../../session/judgeUse.ts';
import { checkOf } from '../../session/judging.ts';
import type { Bench, Tools } from '../../typist/bench.ts';
import { fillIn } from '../../typist/fillIn.ts';
import { coreOf, isOpen, typeIn } from '../../typist/solve.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { breakOff, mend } from '../attempts/fault.ts';
import type { Finding, Outcome } from '../event.ts';
import { finding } from '../findings.ts';
import { nothing, type Tried } from '../record.ts';
import { pass } from '../walk.ts';
import type { Workshop } from '../workshop.ts';

/** What a check or the open question says, by what it is called. */
type Said = { readonly by: string; readonly verdict: Verdict; readonly needsEngine: boolean };

/**
Takes the engine away, or the cluster's API server, at each step as it opens, types the solution, and brings it back. What needs the engine is meanwhile the machine's fault and
nobody else's; what does not is judged as ever; and afterwards all is as it was.
*/
export async function proveAway(wanted: readonly Step[], workshop: Workshop, tools: Tools): Promise<void> {
  const { lab, prove, onBench } = workshop;
  if (!lab.needs.docker && !(lab.needs.kubernetes && tools.ways)) return;
  const last = lab.steps.findLastIndex((step) => wanted.includes(step));
  await onBench(async (bench) => {
    for (const [index, step] of lab.steps.slice(0, last + 1).entries()) {
      if (wanted.includes(step)) await prove(bench, { phase: 'away', step }, () => away(bench, step, tools));
      const next = lab.steps[index + 1];
      if (index === last || !next) return;
      const obstacle = await pass(bench, step, next, tools);
      if (!obstacle) continue;
      await prove(bench, { phase: 'away', step: next }, async () => obstacle);
      return;
    }
  });
}

async function away(bench: Bench, step: Step, tools: Tools): Promise<Tried> {
  const { session, until } = bench.watched();
  await session.settled();
  const before = await saidOf(bench, step, tools);
  // Of an engine that is away nobody learns what its containers or Pods are called.
  const solution = await fillIn(shownWay(step), bench);
  await breakOff(bench, tools.ways);
  const typed = await typeIn(
    bench,
    step,
    solution,
    tools,
    until(() => !isOpen(bench, step), shell),
  );
  const meanwhile = await saidOf(bench, step, tools);
  const passed = !isOpen(bench, step) && before.some(({ needsEngine }) => needsEngine);
  await mend(bench, tools.ways);
  await until(({ state }) => state.trouble === undefined, tools.timeout);
  await bench.reopen(step);
  const after = await saidOf(bench, step, tools);
  const findings = meanwhile.map(asFinding);
  const result = whyWrong(before, meanwhile, passed) ?? whyLost(before, after) ?? ({ outcome: 'ok' } as const);
  return { ...nothing, typed, findings, result };
}

/** How long a line is waited for that asks an engine which is away, in ms. */
const shell = 3_000;

/** What each check says now, and the first question to an answer that is none. */
async function saidOf(bench: Bench, step: Step, tools: Tools): Promise<readonly Said[]> {
  const core = coreOf(bench, tools);
  const checks = step.checks.map(async (use, index): Promise<readonly Said[]> => {
    const judged = await judgeUse(core, step, use, Number.MAX_SAFE_INTEGER);
    if (!judged) return [];
    const params = use.kind === 'check' ? use.params : {};
    const { docker, kubernetes } = askedBy(checkOf(use, tools.checks), params);
    const needsEngine = docker || kubernetes;
    return [{ by: `${index + 1} ${checkName(use)}`, verdict: judged.verdict, needsEngine }];
  });
  const [question] = step.questions;
  return [...(await Promise.all(checks)).flat(), ...(question ? await answered(bench, step, question.id) : [])];
}

async function answered(bench: Bench, step: Step, id: string): Promise<readonly Said[]> {
  const { session } = bench.watched();
  if (!isOpen(bench, step)) return [];
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
