const isMachine = (place: string): boolean => place === 'machine' || place === '';
const whose = (place: string): string => (isMachine(place) ? 'the machine' : `\`${place}\``);
const in_ = (place: string): string => (isMachine(place) ? 'on the machine' : `in \`${place}\``);
const times = (count: string): string => (count === '1' ? 'once' : `${count} times`);

export const process = {
  'process.none': (v: { args: string; place: string }) => `No process \`${v.args}\` runs ${in_(v.place)} yet.`,
  'process.disguised': (v: { program: string; called: string; place: string }) =>
    `What is called \`${v.called}\` ${in_(v.place)} is \`${v.program}\`: its first argument only names another program. \`${v.called}\` itself should run.`,
  'process.absent': (v: { args: string; place: string }) => `No process \`${v.args}\` runs ${in_(v.place)}.`,
  'process.count': (v: { args: string; place: string; expected: string; actual: string }) =>
    `\`${v.args}\` runs ${times(v.actual)} ${in_(v.place)}; it should run ${times(v.expected)}.`,
  'process.orphan': (v: { name: string; parent: string }) =>
    `The process \`${v.name}\` was not started by \`${v.parent}\`, nor by what that has started.`,
  'process.separate': (v: { name: string; kind: string; whose: string }) =>
    `The process \`${v.name}\` has another ${v.kind} namespace than ${whose(v.whose)}. It should share that one.`,
  'process.shared': (v: { name: string; kind: string; whose: string }) =>
    `The process \`${v.name}\` shares its ${v.kind} namespace with ${whose(v.whose)}. It should have another one.`,
};
