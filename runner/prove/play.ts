import type { Lab, Step } from '../lab/lab.ts';
import { provenClaims } from '../session/keep.ts';
import { openHarness, type Tools } from '../typist/harness.ts';
import { coreOf } from '../typist/solve.ts';
import { type Language, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { comesTo, type Finding, type RunOutcome } from './event.ts';
import { findingsOf } from './findings.ts';
import { inLanguage } from './inLanguage.ts';
import { mistaken } from './phases/mistaken.ts';
import { solvedAsShown } from './phases/solved.ts';
import { untouched } from './phases/untouched.ts';
import { nothing, type TrialResult } from './record.ts';

export type Play = {
  readonly labs: Readonly<Record<Language, Lab>>;
  readonly language: Language;
  readonly write: (line: string) => void;
};

const gutter = 13;

/** Plays a lab by its own solutions, as a story in plain lines: each step untouched, one mistake, the solution; then what the lab has shown. */
export async function play({ labs, language, write: put }: Play, tools: Tools): Promise<RunOutcome> {
  const write = (text: string) => put(plainly(text));
  const { en } = labs;
  const lab = labs[language];
  write(`${lab.title}\n`);
  const harness = await openHarness(labs, 'en', tools);
  const entry = (
    label: 'play.untouched' | 'play.mistake' | 'play.solution' | 'play.claims',
    lines: readonly string[],
  ) => write(lined(say(language, message(label)), lines));
  const wrong = (tried: TrialResult): RunOutcome | undefined => {
    const { result } = tried;
    if (result.outcome === 'ok') return undefined;
    const lines = [say(language, result.because)];
    if ('mismatch' in result && result.mismatch) lines.push(`${result.mismatch.expected} ≠ ${result.mismatch.actual}`);
    write(lined('✘', lines));
    return comesTo(result);
  };

  try {
    for (const [index, step] of en.steps.entries()) {
      write(`\n${index + 1}/${en.steps.length} ${lab.steps[index]?.title ?? step.title}`);
      const told = await inLanguage(harness, step, lab.steps[index] ?? step, language);
      const first = await untouched(harness, step);
      entry('play.untouched', openings(first.findings, told, lab.steps[index] ?? step));
      const mistake = step.mistakes.find(({ fresh }) => !fresh);
      const erred = mistake ? await mistaken(harness, step, mistake, tools) : undefined;
      if (erred) {
        const before = first.findings.map(told);
        const earned = erred.findings.filter(({ status }) => status === 'pending').map(told);
        const fresh = earned.filter((each) => !before.includes(each));
        const typed = erred.typed.slice(0, mistake?.run?.split('\n').length ?? 0);
        entry('play.mistake', [...asTyped({ ...erred, typed }), ...fresh.map((each) => `✘ ${each}`)]);
      }
      const right = await solvedAsShown(harness, step, tools);
      const findings = findingsOf(step, harness.watched().session.state(), harness.watched().events);
      entry('play.solution', [...asTyped(right), ...findings.map((each) => `✔ ${told(each)}`)]);
      const failure = wrong(first) ?? (erred && wrong(erred)) ?? wrong(right);
      if (failure) return failure;
    }
    await harness.watched().until(({ state }) => state.finished, tools.timeout);
    const claims = provenClaims({ ...coreOf(harness, tools), lab: () => lab });
    write(`\n${say(language, message('play.claims'))}`);
    for (const { text, evidence } of claims) write(lined('✔', evidence ? [text, evidence] : [text], 4));
    return 'ok';
  } finally {
    await harness.remove();
  }
}

/** What the untouched step says: of each check what is missing, of each question what it asks. */
const openings = (findings: readonly Finding[], told: (finding: Finding) => string, step: Step): readonly string[] => [
  ...findings.filter(({ status }) => status !== 'passed').map((each) => `· ${told(each)}`),
  ...step.questions.map(({ ask }) => `? ${ask}`),
];

/** Bold means nothing where everything is plain. */
const plainly = (text: string): string => text.replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '$1');

/** How much of a command's output is shown, in lines. */
const shown = 12;

function asTyped({ typed, answered }: Pick<TrialResult, 'typed' | 'answered'> = nothing): readonly string[] {
  const lines = typed.flatMap(({ line, output }) => {
    const rows = output === '' ? [] : output.split('\n');
    const rest = rows.length - shown;
    return [`$ ${line}`, ...rows.slice(0, shown).map((row) => `  ${row}`), ...(rest > 0 ? [`  … +${rest}`] : [])];
  });
  return [...lines, ...answered.map((each) => `> ${each}`)];
}

const lined = (label: string, lines: readonly string[], margin = gutter): string =>
  lines
    .map((line, index) => `${(index === 0 ? padded(label, margin) : ' '.repeat(margin)) + line}`.trimEnd())
    .join('\n');

/** Japanese characters take two columns each. */
const padded = (label: string, columns: number): string => {
  const width = [...label].reduce((sum, each) => sum + (each.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
  return `  ${label}${' '.repeat(Math.max(1, columns - 2 - width))}`;
};
