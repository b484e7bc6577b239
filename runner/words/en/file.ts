import { atStart, within } from './names.ts';

const kinds: Readonly<Record<string, string>> = {
  file: 'a file',
  directory: 'a directory',
  symlink: 'a symbolic link',
  other: 'neither a file nor a directory',
};

const kind = (name: string): string => kinds[name] ?? name;

/** Of files, on the machine (`name` is empty) or in containers. */
export const file = {
  'file.there': (v: { name: string; path: string }) => `${atStart(v.name)} has \`${v.path}\`.`,
  'file.absent': (v: { name: string; file: string }) => `${atStart(v.name)} has no \`${v.file}\`.`,
  'file.none': (v: { name: string; file: string }) => `There is no file \`${v.file}\` ${within(v.name)} yet.`,
  'file.kind': (v: { name: string; path: string; actual: string; expected: string }) =>
    `\`${v.path}\` ${within(v.name)} is ${kind(v.actual)}, not ${kind(v.expected)}.`,
  'file.content': (v: { name: string; path: string }) =>
    `\`${v.path}\` is there ${within(v.name)}, but something else stands in it.`,
  'file.unlike': (v: { name: string; path: string; pattern: string }) =>
    `\`${v.path}\` is there ${within(v.name)}, but nothing in it matches \`${v.pattern}\`.`,
  'file.other-name': (v: { name: string; actual: string; file: string }) =>
    `${atStart(v.name)} has \`${v.actual}\`, not \`${v.file}\`.`,
  'file.other-container': (v: { file: string; other: string; name: string }) =>
    `\`${v.file}\` is in \`${v.other}\`. It belongs in \`${v.name}\`.`,
  'file.on-machine': (v: { file: string; name: string }) =>
    `You made \`${v.file}\` on the machine itself, not inside \`${v.name}\`.`,
  'file.redirected': (v: { file: string; name: string }) =>
    `\`${v.file}\` is on the machine, not in \`${v.name}\`: a redirection beside \`docker exec\` is done by the machine's own shell. Give the whole line to a shell inside: \`docker exec ${v.name} sh -c '… > ${v.file}'\`.`,
  'file.unseen': (v: { name: string }) => `\`${v.name}\` is not running, so nobody can look into it.`,
  'file.should-not': (v: { name: string; path: string }) =>
    `${atStart(v.name)} has \`${v.path}\`, and should not: remove it there.`,
};
