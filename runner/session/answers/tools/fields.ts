import { type Reader, type Row, row } from './row.ts';

const pair = /"([\w.-]+)": ?(?:"([^"]*)"|(-?[\w.]+))(?:,|$|(?= ?[}\n]))/g;

/** What begins an object or a list: `"Networks": {`. */
const opening = /"[^"]*": ?[[{](?!\w)/g;

/** Fields of `docker inspect`, `kubectl get -o json` and the like: `"IPAddress": "172.17.0.2",`. */
export const jsonFields: Reader = (text) => {
  const flat = text.replace(opening, '');
  if (!/^[{[]?\s*"[\w.-]+": ?\S/.test(text) || flat.replace(pair, '').replace(/[\s,{}[\]"]/g, '') !== '')
    return undefined;
  const fields = [...flat.matchAll(pair)].map(([, name = '', quoted, other]) => [name, quoted ?? other ?? ''] as const);
  return fields.length > 0 ? byOccurrence(fields) : undefined;
};

/** A field that comes a second time begins another object. */
function byOccurrence(fields: readonly (readonly [name: string, value: string])[]): readonly Row[] {
  const rows: Map<string, string>[] = [];
  for (const [name, value] of fields) {
    const last = rows.at(-1);
    if (last && !last.has(name)) last.set(name, value);
    else rows.push(new Map([[name, value]]));
  }
  return rows.map((each) => row(Object.fromEntries(each)));
}

const setting = /^(?:\S+:)?(?:\d+(?:[:-] ?| ))?(?<name>[A-Za-z][\w.-]*) ?(?:: | ?= ?| )(?<value>[^\s=:]+)$/;

/** Lines of a configuration, as `grep -n` shows them, too: `worker_connections 1024;`. */
export const settings: Reader = (text) => {
  if (!/[;{}=]|\S: ?\S|\n/.test(text)) return undefined;
  const statements = text
    .replace(/^\d+[:-]? (?=\}|#)/gm, '')
    .split(/[;{}\n]/)
    .map((each) => each.replace(/#.*/, '').trim())
    .filter((each) => each !== '' && !/^(?:\d+[:-]? ?)?[a-z_]+$/.test(each));
  const read = statements.map((each) => setting.exec(each)?.groups);
  if (read.length === 0 || read.some((each) => !each)) return undefined;
  return byOccurrence(read.map((each) => [each?.name ?? '', each?.value ?? ''] as const));
};
