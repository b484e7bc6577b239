import { basename } from 'node:path';
import type { CheckUse } from '../lab/lab.ts';
import type { Finding } from './event.ts';

/** What bash says of a line of a check script, said of the line of the lab file on which it stands. */
export function atLabLines(finding: Finding, use: CheckUse): Finding {
  if (use.kind !== 'script') return finding;
  const { file, line } = use.position;
  // The text of a block begins on the line below its key.
  const before = use.run.includes('\n') ? line : line - 1;
  const moved = (text: string) =>
    text.replace(/\bbash: line (\d+):/g, (_, at: string) => `${basename(file)}:${before + Number(at)}:`);
  return JSON.parse(JSON.stringify(finding), (_, value: unknown) => (typeof value === 'string' ? moved(value) : value));
}
