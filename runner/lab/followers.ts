import type { Diagnostic } from './diagnostic.ts';

/** Without what only follows from another slip: a key that lacks since it is misspelt, or was to be merged, a fact that is unknown since its name is none, an engine. */
export function withoutFollowers(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const merged = found.filter(({ code }) => code === 'merge-key');
  const misspelt = found.filter(({ code }) => code === 'unknown-key');
  const isMisnamed = found.some(({ code }) => code === 'fact-name');
  return found.filter(({ code, message: { values } }) => {
    if (code === 'unknown-fact') return !isMisnamed;
    if (code === 'check-without-engine') return !misspelt.some(({ message }) => message.values.where === 'needs');
    if (code !== 'missing-key') return true;
    if (merged.some(({ message }) => message.values.where === values.where)) return false;
    return !misspelt.some(
      ({ suggestion, message }) => suggestion === values.key && message.values.where === values.where,
    );
  });
}
