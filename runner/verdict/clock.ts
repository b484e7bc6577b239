/** Time, given to whoever needs it. All in ms. */
export type Clock = {
  /** Since 1970. */
  now(): number;
  /** Calls back once, that much later. Returns the way to cancel. */
  after(delay: number, run: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delay, run) {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};
