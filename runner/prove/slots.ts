/** How many may work at the same time: machines take memory and processors. */
export type Slots = {
  /** Runs a task once there is a place for it; places are given in the order that they were asked for. */
  run<T>(task: () => Promise<T>): Promise<T>;
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
  return {
    async run(task) {
      await take();
      try {
        return await task();
      } finally {
        give();
      }
    },
  };
}
