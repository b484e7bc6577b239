/** Runs tasks one after another. */
export type Serial = {
  run(task: () => Promise<void>): void;
  /** Resolves when nothing is left to run. */
  idle(): Promise<void>;
};

/** A task that rejects is told to `onError`; the ones behind it still run. */
export function serial(onError: (error: unknown) => void): Serial {
  let last = Promise.resolve();
  return {
    run(task) {
      last = last.then(task).catch(onError);
    },
    async idle() {
      for (let seen: Promise<void> | undefined; seen !== last; ) {
        seen = last;
        await seen;
      }
    },
  };
}
