export const gone = {
  'gone.never': (v: { noun: string; name: string }) => `There was no ${v.noun} \`${v.name}\` yet.`,
  'gone.both': (v: { name: string }) => `\`${v.name}\` was there and is gone, and so is its process.`,
  'gone.gone': (v: { noun: string; name: string }) => `The ${v.noun} \`${v.name}\` was there and is gone.`,
  'gone.running': (v: { name: string }) => `\`${v.name}\` is still running.`,
  'gone.there': (v: { noun: string; name: string }) => `The ${v.noun} \`${v.name}\` is still there.`,
  'gone.paused': (v: { name: string }) => `\`${v.name}\` is only paused: its process is still there.`,
  'gone.stopped': (v: { name: string }) => `\`${v.name}\` has stopped, but it still exists: \`docker ps -a\` shows it.`,
  'gone.process': (v: { name: string; pid: number }) =>
    `\`${v.name}\` is gone, but its process ${v.pid} is still there.`,
  'gone.refused': (v: { name: string }) =>
    `The engine refused to remove \`${v.name}\`: it is running. Stop it first, or force the removal.`,
  'gone.in-use': (v: { noun: string; name: string }) =>
    `The engine did not remove the ${v.noun} \`${v.name}\`: something still uses it. The shell shows its answer.`,
  'gone.missed': (v: { noun: string; reference: string; name: string }) =>
    `There is no ${v.noun} \`${v.reference}\` to remove. The one that should go is \`${v.name}\`.`,
  'gone.asks': (v: { line: string }) =>
    `\`${v.line}\` is waiting for an answer in the shell: \`y\` lets it go on, \`N\` cancels it.`,
};
