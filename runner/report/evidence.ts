import { stringify } from 'yaml';

/** Lines of evidence that are shown; all of it stands in the JSON report. */
const most = 24;

/** What a verdict was judged on, as lines to read. `rest`: how many more there would be. */
export function evidenceLines(evidence: unknown): { readonly lines: readonly string[]; readonly rest: number } {
  const lines = stringify(observedIn(evidence), { lineWidth: 100, aliasDuplicateObjects: false }).trimEnd().split('\n');
  return { lines: lines.slice(0, most), rest: Math.max(0, lines.length - most) };
}

/** What was seen, without the envelope that tells an observation from an error. */
const observedIn = (evidence: unknown): unknown =>
  typeof evidence === 'object' && evidence !== null && 'kind' in evidence && 'observed' in evidence
    ? evidence.observed
    : evidence;
