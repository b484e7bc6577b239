/** Adds a listener to others. Returns the way to take it out again. */
export function added<T>(all: Set<T>, one: T): () => void {
  all.add(one);
  return () => all.delete(one);
}
