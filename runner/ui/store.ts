/** A value that others watch. */
export class Store<Value> {
  readonly #listeners = new Set<() => void>();
  #value: Value;
  #tells = false;

  constructor(value: Value) {
    this.#value = value;
  }

  readonly get = (): Value => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: Value): void {
    if (value === this.#value) return;
    this.#value = value;
    if (this.#tells) return;
    this.#tells = true;
    // One change brings others about, such as a verdict that ends a step and opens the next: they are drawn once, together.
    process.nextTick(() => {
      this.#tells = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
