/** Does work that must end within so many ms, else rejects with what `late` gives; with the signal's reason once that aborts. */
export async function within<T>(
  patience: number,
  signal: AbortSignal,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), patience);
  try {
    return await work(AbortSignal.any([signal, limit.signal]));
  } catch (error) {
    signal.throwIfAborted();
    throw limit.signal.aborted ? late() : error;
  } finally {
    clearTimeout(timer);
    limit.abort();
  }
}
