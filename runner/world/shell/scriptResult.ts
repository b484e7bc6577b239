import type { Said, ScriptResult, ScriptTrouble } from './model.ts';

/** Parts what a script has printed from what it has said; a machine made before scripts could say anything sends no such part. */
const divider = Buffer.from('\0said\0');

/** The helper's answer to a script: its exit code in four bytes, what it printed, what it said. */
export function scriptResult(bytes: Buffer): ScriptResult {
  const at = bytes.lastIndexOf(divider);
  const exitCode = bytes.readUInt32BE(0);
  if (at < 0) return { exitCode, output: bytes.toString('utf8', 4) };
  const records = recordsIn(bytes.toString('utf8', at + divider.length));
  const trouble = troubleIn(records);
  return { exitCode, output: bytes.toString('utf8', 4, at), said: saidIn(records), ...(trouble && { trouble }) };
}

type Records = ReadonlyMap<string, string>;

/** Records such as `because=There is no file.`, each ended by a NUL. The last of each counts. */
const recordsIn = (text: string): Records =>
  new Map(
    text
      .split('\0')
      .map((record) => [record.slice(0, record.indexOf('=')), record.slice(record.indexOf('=') + 1)] as const),
  );

/** The most telling one first: where no process can be started, programs look as if they were missing. */
const troubles = ['parent', 'unrun', 'crowded', 'killed', 'missing', 'full'] as const;

function troubleIn(records: Records): ScriptTrouble | undefined {
  for (const kind of troubles) {
    const said = records.get(kind);
    if (said !== undefined) return { kind, said };
  }
  return undefined;
}

const words = ['because', 'expected', 'actual', 'waiting'] as const;

function saidIn(last: Records): Said {
  const said = words.flatMap((word) => {
    const text = last.get(word);
    return text === undefined ? [] : [[word, text] as const];
  });
  const facts = [...last].flatMap(([name, value]) =>
    name.startsWith('fact.') ? [[name.slice(5), value] as const] : [],
  );
  return { ...Object.fromEntries(said), ...(facts.length > 0 && { facts: Object.fromEntries(facts) }) };
}
