import type { Asked } from './kind.ts';
import { literally } from './plain.ts';

/**
A name that is written otherwise, `containerd shim`, as one word: a plausible wrong one by its name, the right one as it was written, so that
it can be told how it is called.
*/
export function respelt(text: string, { expected, near = [] }: Asked): string {
  const names = [...new Set([...expected, ...near])].filter((each) => /^\w+(?:-\w+)+$/.test(each));
  return names
    .toSorted((one, other) => other.length - one.length)
    .reduce(
      (left, name) =>
        left.replace(loose(name, versionOf(name, expected)), (written) =>
          expected.includes(name) ? written.replace(/[ ()]+/g, '_').replace(/_$/, '') : name,
        ),
      text,
    );
}

function loose(name: string, version: string | undefined): RegExp {
  const behind = version === undefined ? '' : `(?:[ -]\\(?${literally(version)}\\)?)?`;
  const spelt = name.split('-').map(literally).join('[ _-]?');
  return new RegExp(`(?<![\\w.-])${spelt}${behind}(?![\\w-]|\\.\\w)`, 'gi');
}

/** `v2` of `containerd-shim`, where `containerd-shim-runc-v2` is right as well. */
const versionOf = (name: string, expected: readonly string[]): string | undefined =>
  expected.find((each) => each.startsWith(`${name}-`))?.match(/-(v?\d+)$/)?.[1];

const letters = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

/** Whether a name has the letters of the one that is wanted, or those and a version. */
export const isMisspelt = (name: string, wanted: string): boolean =>
  wanted.includes('-') &&
  name !== wanted &&
  [letters(name), letters(name).replace(/v\d+$/, '')].includes(letters(wanted));
