/** `1.26.4` → [1, 26, 4]. */
const numbers = (version: string): readonly number[] => (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);

/** Whether this version is that one or a later one. */
export function isAtLeast(version: string, least: string): boolean {
  const [own, other] = [numbers(version), numbers(least)];
  const index = other.findIndex((each, at) => (own[at] ?? 0) !== each);
  return index < 0 || (own[index] ?? 0) > (other[index] ?? 0);
}

/** The version that all of these go.mod files can be built with (`go 1.26.4`). */
export function goFor(modules: readonly string[]): string {
  const wanted = modules.flatMap((text) => text.match(/^go (\S+)/m)?.[1] ?? []);
  return wanted.find((each) => wanted.every((other) => isAtLeast(each, other))) ?? '1.26.4';
}
