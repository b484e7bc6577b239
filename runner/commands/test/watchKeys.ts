/** Keys that do something while labs are watched; Ctrl-C does what `q` does. Without a terminal none is read. Returns the way to let go. */
export function watchKeys(
  stdin: NodeJS.ReadStream,
  keys: Readonly<Record<string, () => void>> & { readonly q: () => void },
): () => void {
  if (!stdin.isTTY) return () => undefined;
  const read = (data: Buffer) => {
    for (const key of data.toString()) (key === '\x03' ? keys.q : keys[key])?.();
  };
  stdin.setRawMode(true);
  stdin.on('data', read);
  return () => {
    stdin.off('data', read);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
