/** The last part of a path: `/usr/bin/sleep` → `sleep`. */
export const program = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
