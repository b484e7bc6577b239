const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does work that leaves something behind where it is cut short: what a signal ends is put away first, and then ends all the same. */
export async function puttingAway<T>(putAway: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  let ending: Promise<void> | undefined;
  const end = (signal: NodeJS.Signals) => {
    ending ??= putAway()
      .catch(() => undefined)
      .then(() => {
        release();
        process.kill(process.pid, signal);
      });
  };
  const release = () => {
    for (const signal of signals) process.off(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  try {
    return await work();
  } finally {
    // Work that fails for what was put away tells nobody anything.
    await ending;
    release();
  }
}
