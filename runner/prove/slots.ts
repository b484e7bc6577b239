/** How many may work at the same time: machines take memory and processors. */
export type Slots = {
  /** Runs a task once there is a place for it; places are given in the order that they were asked for. */
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when every task has ended, those too that nobody waits for any more. */
  idle(): Promise<void>;
};

export function slots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  const take = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const give = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const running = new Set<Promise<unknown>>();
  const runOne = async <T>(task: () => Promise<T>): Promise<T> => {
    await take();
    try {
      return await task();
    } finally {
      give();
    }
  };
  return {
    run(task) {
      const whole = runOne(task);
      running.add(whole);
      const ended = () => running.delete(whole);
      whole.then(ended, ended);
      return whole;
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
