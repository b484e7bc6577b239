import { relative } from 'node:path';
import type { Proof } from '../prove/event.ts';
import { type Language, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { evidenceLines } from './evidence.ts';

/** `isolated-processes › first › mistaken › docker run …`, in one line. */
export const titleOf = ({ step, phase, name }: Pick<Proof, 'step' | 'phase' | 'name'>): string =>
  [step, phase, oneLine(name)].filter(Boolean).join(' › ');

const longest = 72;

export function oneLine(text: string): string {
  const line = text.trim().split('\n').join(' ⏎ ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** `labs/docker/isolated-processes/lab.yaml:57:9` */
export function placeOf({ position }: Pick<Proof, 'position'>, cwd: string): string {
  const path = relative(cwd, position.file);
  return `${path.startsWith('..') ? position.file : path}:${position.line}:${position.column}`;
}

export const because = ({ result }: Proof, language: Language): string =>
  result.outcome === 'ok' ? '' : say(language, result.because);

/** Everything that helps to find out why, one thing a line: what was expected, typed, shown, judged and on what. */
export function details(proof: Proof, language: Language, cwd: string): readonly string[] {
  const { result, typed, answered, findings } = proof;
  if (result.outcome === 'ok') return [];
  const label = (id: 'report.expected' | 'report.actual' | 'report.evidence' | 'report.held') =>
    say(language, message(id));
  // What passed is of interest only where it should not have.
  const allPassed = findings.every(({ status }) => status === 'passed');
  const mismatch = result.outcome === 'failed' ? result.mismatch : undefined;
  return [
    say(language, result.because),
    ...(mismatch
      ? [`${label('report.expected')}: ${mismatch.expected}`, `${label('report.actual')}: ${mismatch.actual}`]
      : []),
    ...typed.flatMap(({ line, output, held }) => [
      `$ ${line}`,
      ...output.split('\n').flatMap((row) => (row === '' ? [] : [`  ${row}`])),
      ...(held ? [`  (${label('report.held')})`] : []),
    ]),
    ...answered.map((answer) => `> ${answer}`),
    ...findings.flatMap(({ by, status, because, evidence }) => [
      `${by} ${status}: ${say(language, because)}`,
      ...(evidence === undefined || (status === 'passed' && !allPassed)
        ? []
        : [`  ${label('report.evidence')}:`, ...evidenceRows(evidence, language)]),
    ]),
    placeOf(proof, cwd),
  ];
}

function evidenceRows(evidence: unknown, language: Language): readonly string[] {
  const { lines, rest } = evidenceLines(evidence);
  const more = rest > 0 ? [say(language, message('report.more-evidence', { lines: rest }))] : [];
  return [...lines, ...more].map((line) => `    ${line}`);
}
