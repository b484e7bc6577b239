/** A bar of `width` cells. */
export function bar(done: number, total: number, width: number): string {
  const full = total > 0 ? Math.min(width, Math.max(0, Math.floor((done / total) * width))) : 0;
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** Seconds with one decimal below a minute, `1:05` from then on. */
export function elapsed(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** ms that something this far is likely to take on, once it has run long enough to tell. */
export function left(ms: number, done: number, total: number): number | undefined {
  if (ms < 10_000 || done <= 0 || done / total < 0.02) return undefined;
  return Math.max(0, (ms * (total - done)) / done);
}
