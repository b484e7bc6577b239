import { arch, cpus, platform, totalmem } from 'node:os';
import { isMet, type Measurement, ratioOf } from './figure.ts';

/** The computer by its kind: nothing that names it or its owner. */
export const computer = (engine: string): string => {
  const [first] = cpus();
  const model = first?.model.replace(/\s+/g, ' ').trim() || 'unknown processor';
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${model}, ${memory} GB, ${platform()}/${arch()}, Node ${process.versions.node}, Docker ${engine}`;
};

/** The run as JSON, for tools that compare runs. */
export const jsonOf = (measurements: readonly Measurement[], about: { readonly at: string; readonly on: string }) => ({
  version: 1,
  ...about,
  figures: measurements.map((each) => ({ ...each, ratio: ratioOf(each), met: isMet(each) })),
});
