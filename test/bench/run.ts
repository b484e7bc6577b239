// Measures what Seatrial promises about its speed. `npm run bench [-- FIGURE … --json FILE --docs --repeats N]`
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measurement } from './figure.ts';
import { figures } from './figures.ts';
import { computer, jsonOf } from './report.ts';
import { openSetting, root } from './setting.ts';
import { tableOf } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string', default: 'bench.json' },
    docs: { type: 'boolean', default: false },
    repeats: { type: 'string', default: '1' },
  },
});
const unknown = positionals.filter((name) => !figures.some((each) => each.name === name));
if (unknown.length > 0) {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const known = figures.map(({ name, about }) => `  ${name.padEnd(width)} ${about}`).join('\n');
  process.stderr.write(`There is no figure ${unknown.join(', ')}. There are:\n${known}\n`);
  process.exit(2);
}

const wanted = figures.filter(({ name, byName }) => (positionals.length === 0 ? !byName : positionals.includes(name)));
const measurements: Measurement[] = [];
await using setting = await openSetting();
for (const [index, { name, about, measure }] of wanted.entries()) {
  process.stderr.write(`${index + 1}/${wanted.length} ${name}: ${about}\n`);
  try {
    measurements.push(...(await measure(setting, { repeats: Number(values.repeats) })));
  } catch (error) {
    // One that cannot be measured keeps none of the others from it.
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  }
}

const at = new Date().toISOString();
const on = computer(setting.prepared.engine.version);
process.stdout.write(`\n${tableOf(measurements)}\n`);
writeFileSync(values.json, `${JSON.stringify(jsonOf(measurements, { at, on }), undefined, 2)}\n`);

if (values.docs) {
  const page = join(root, 'docs/speed.md');
  const [before] = readFileSync(page, 'utf8').split('<!-- last run -->');
  const when = `Measured on ${at.slice(0, 10)}: ${on}.`;
  writeFileSync(page, `${before}<!-- last run -->\n\n${when}\n\n${tableOf(measurements)}\n`);
}
