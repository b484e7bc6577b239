import { isScalar, type Node, Scalar } from 'yaml';

/** A part of a scalar's value, in characters of the value. */
export type Characters = { readonly from: number; readonly to: number };

type Range = { readonly start: number; readonly end: number };

/** Where a part of a value stands in the file; undefined where the file writes it in another form. Ends with its line. */
export function rangeInside(node: Node, text: string, { from, to }: Characters): Range | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
  const { value, type } = node;
  const start = type === Scalar.BLOCK_LITERAL ? inBlock(text, node.range[0], value, from) : inFlow(text, node, from);
  if (start === undefined) return undefined;
  const line = value.indexOf('\n', from);
  return { start, end: start + Math.max(1, (line < 0 ? to : Math.min(to, line)) - from) };
}

function inFlow(text: string, { range, value }: Node & { value?: unknown }, from: number): number | undefined {
  const at = text.indexOf(String(value), range?.[0]);
  return at >= 0 && at < (range?.[1] ?? 0) ? at + from : undefined;
}

/** After `|` each line of the value is a line of the file, further in. */
function inBlock(text: string, header: number, value: string, from: number): number | undefined {
  const before = value.slice(0, from).split('\n');
  const body = text.indexOf('\n', header) + 1;
  const lines = text.slice(body).split('\n');
  const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  const above = lines.slice(0, before.length - 1);
  return body + above.reduce((sum, line) => sum + line.length + 1, 0) + indent + (before.at(-1)?.length ?? 0);
}
