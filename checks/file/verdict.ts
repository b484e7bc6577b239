import { type Message, type Mismatch, message, passed, pending, type Verdict } from '../../runner/api.ts';
import type { FileParams } from './check.ts';
import type { Evidence, Seen } from './evidence.ts';

type Miss = { readonly because: Message; readonly mismatch?: Mismatch };

/** Passes for any file that is as it should be; else tells of the nearest. */
export function judgeFile(evidence: Evidence, wanted: FileParams): Verdict {
  const { container = '', seen } = evidence;
  const file = wanted.name ?? wanted.path ?? '';
  const judged = seen.map((each) => ({ each, miss: missOf(each, container, wanted) }));
  const right = judged.find(({ miss }) => miss === undefined)?.each;
  if (!wanted.exists) {
    const there = right ?? (wanted.name === undefined ? undefined : seen[0]);
    if (!there) return passed(message('file.absent', { name: container, file }));
    return pending(message('file.should-not', { name: container, path: there.path }), { attempt: true });
  }
  if (right) return passed(message('file.there', { name: container, path: right.path }));
  const near = judged.find(({ each }) => each.kind === wanted.kind) ?? judged[0];
  if (near?.miss) return pending(near.miss.because, { attempt: true, ...near.miss });
  return notThere(evidence, file);
}

/** What is not as it should be of what lies there; undefined where all is. */
function missOf(seen: Seen, name: string, wanted: FileParams): Miss | undefined {
  const { path, kind, content = '' } = seen;
  if (wanted.kind !== 'any' && kind !== wanted.kind)
    return { because: message('file.kind', { name, path, actual: kind, expected: wanted.kind }) };
  const other = (of: string, expected: string | undefined, actual: readonly string[]): Miss | undefined => {
    if (expected === undefined || actual.includes(expected)) return undefined;
    const mismatch = { expected, actual: actual[0] ?? '' };
    return { because: message('file.other', { name, path, of, ...mismatch }), mismatch };
  };
  const miss =
    other('mode', wanted.mode?.replace(/^0+(?=.)/, ''), [seen.mode ?? '']) ??
    other('owner', wanted.owner, seen.owners ?? []) ??
    other('group', wanted.group, seen.groups ?? []) ??
    other('mount', wanted.mount, [seen.mount ?? '']);
  if (miss) return miss;
  if (wanted.equals !== undefined && content.trim() !== wanted.equals.trim())
    return {
      because: message('file.content', { name, path }),
      mismatch: { expected: firstLine(wanted.equals), actual: firstLine(content) },
    };
  if (wanted.matches !== undefined && !new RegExp(wanted.matches, 'm').test(content))
    return { because: message('file.unlike', { name, path, pattern: wanted.matches }) };
  return undefined;
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

function notThere({ container: name = '', others, elsewhere, onMachine }: Evidence, file: string): Verdict {
  const attempt = { attempt: true } as const;
  if (elsewhere) return pending(message('file.other-container', { file, other: elsewhere, name }), attempt);
  const [near] = others;
  if (near !== undefined)
    return pending(message('file.other-name', { name, actual: near, file }), {
      ...attempt,
      mismatch: { expected: file, actual: near.slice(near.lastIndexOf('/') + 1) },
    });
  if (onMachine)
    return pending(message(onMachine.beside ? 'file.redirected' : 'file.on-machine', { file, name }), attempt);
  return pending(message('file.none', { name, file }));
}
