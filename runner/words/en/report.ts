export const report = {
  'report.expected': () => 'expected',
  'report.actual': () => 'got',
  'report.evidence': () => 'evidence',
  'report.held': () => 'the prompt did not come back',
  'report.total': (v: {
    proven: number;
    failed: number;
    errored: number;
    untried: number;
    attacks: number;
    seconds: string;
  }) =>
    `${v.proven} as declared, ${v.failed} not as declared, ${v.errored} could not be told${v.untried > 0 ? `, ${v.untried} not tried` : ''}${v.attacks > 0 ? ` (${v.attacks} by adversaries)` : ''}, in ${v.seconds} s.`,
  'report.untried': () => 'not tried, because something before it did not come out',
  'report.interrupted': () =>
    'The run was interrupted. The machines are removed; what is above is what was proven until then.',
  'report.kept': (v: { machine: string }) =>
    `The machine is kept: \`docker exec -it ${v.machine} bash\` enters it, \`docker rm -fv ${v.machine}\` removes it.`,
  'report.more-evidence': (v: { lines: number }) =>
    `… ${v.lines} ${v.lines === 1 ? 'line' : 'lines'} more; \`--report json\` has all of it`,
  'report.labs-running': (v: { done: number; labs: number }) => `${v.done} of ${v.labs} labs done`,
  'report.more-running': (v: { labs: number }) => `… and ${v.labs} more`,
  'report.so-far': (v: { proven: number; failed: number; errored: number }) =>
    `${v.proven} as declared, ${v.failed} not as declared, ${v.errored} could not be told`,
  'report.lab': () => 'lab',
  'report.proofs': () => 'proofs',
  'report.time': () => 'time',
};
