/** A line that was typed into the machine's shell, and what the shell showed. `held`: it did not give the prompt back. */
export type TypedLine = { readonly line: string; readonly output: string; readonly held: boolean };
