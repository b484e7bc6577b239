import { Interrupted } from '../prove/interrupted.ts';

/** Aborts on Ctrl-C and when the process is told to end, so that what was begun can be put away. `release` lets go again. */
export function onInterrupt(): { readonly controller: AbortController; release(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort(new Interrupted());
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, abort);
  return {
    controller,
    release: () => {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}
