import type { Said, ScriptResult } from './model.ts';

/** Parts what a script has printed from what it has said; a machine made before scripts could say anything sends no such part. */
const divider = Buffer.from('\0said\0');

/** The helper's answer to a script: its exit code in four bytes, what it printed, what it said. */
export function scriptResult(bytes: Buffer): ScriptResult {
  const at = bytes.lastIndexOf(divider);
  const exitCode = bytes.readUInt32BE(0);
  if (at < 0) return { exitCode, output: bytes.toString('utf8', 4) };
  const said = saidIn(bytes.toString('utf8', at + divider.length));
  return { exitCode, output: bytes.toString('utf8', 4, at), said };
}

/** Records such as `because=There is no file.`, each ended by a NUL. */
function saidIn(records: string): Said {
  const last = new Map(
    records
      .split('\0')
      .map((record) => [record.slice(0, record.indexOf('=')), record.slice(record.indexOf('=') + 1)] as const),
  );
  const [because, expected, actual] = [last.get('because'), last.get('expected'), last.get('actual')];
  return {
    ...(because !== undefined && { because }),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
  };
}
