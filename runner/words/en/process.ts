import { placed, within } from './names.ts';

const times = (count: string): string => (count === '1' ? 'once' : `${count} times`);

export const process = {
  'process.none': (v: { args: string; place: string }) => `No process \`${v.args}\` runs ${within(v.place)} yet.`,
  'process.disguised': (v: { program: string; called: string; place: string }) =>
    `What is called \`${v.called}\` ${within(v.place)} is \`${v.program}\`: its first argument only names another program. \`${v.called}\` itself should run.`,
  'process.replaced': (v: { path: string; called: string; place: string }) =>
    `\`${v.path}\`, which runs ${within(v.place)}, is another file than the program \`${v.called}\` of its image. The image's own should run.`,
  'process.absent': (v: { args: string; place: string }) => `No process \`${v.args}\` runs ${within(v.place)}.`,
  'process.count': (v: { args: string; place: string; expected: string; actual: string }) =>
    `\`${v.args}\` runs ${times(v.actual)} ${within(v.place)}; it should run ${times(v.expected)}.`,
  'process.orphan': (v: { name: string; parent: string }) =>
    `The process \`${v.name}\` was not started by \`${v.parent}\`, nor by what that has started.`,
  'process.separate': (v: { name: string; kind: string; whose: string }) =>
    `The process \`${v.name}\` has another ${v.kind} namespace than ${placed(v.whose)}. It should share that one.`,
  'process.shared': (v: { name: string; kind: string; whose: string }) =>
    `The process \`${v.name}\` shares its ${v.kind} namespace with ${placed(v.whose)}. It should have another one.`,
};
