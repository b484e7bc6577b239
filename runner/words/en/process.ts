const whose = (whose: string): string => (whose === 'machine' || whose === '' ? 'the machine' : `\`${whose}\``);

export const process = {
  'process.none': (v: { args: string; place: string }) => `No process \`${v.args}\` runs in ${whose(v.place)} yet.`,
  'process.absent': (v: { args: string; place: string }) => `No process \`${v.args}\` runs in ${whose(v.place)}.`,
  'process.count': (v: { args: string; place: string; expected: string; actual: string }) =>
    `\`${v.args}\` runs ${v.actual === '1' ? 'once' : `${v.actual} times`} in ${whose(v.place)}, not ${v.expected}.`,
  'process.orphan': (v: { name: string; parent: string }) =>
    `The process \`${v.name}\` was not started by \`${v.parent}\`, nor by what that has started.`,
  'process.separate': (v: { name: string; kind: string; whose: string }) =>
    `The process \`${v.name}\` has another ${v.kind} namespace than ${whose(v.whose)}. It should share that one.`,
  'process.shared': (v: { name: string; kind: string; whose: string }) =>
    `The process \`${v.name}\` shares its ${v.kind} namespace with ${whose(v.whose)}. It should have another one.`,
};
