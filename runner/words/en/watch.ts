export const watch = {
  'lab.attempt-form': () =>
    'An attempt has `run`, what is typed, or `answer`, what is answered, or both. `question` goes with `answer` alone.',
  'test.steps': (v: { steps: string }) => `The steps are: ${v.steps}.`,
  'watch.waiting': (v: { count: number; labs: string }) =>
    v.count === 1
      ? `Watching ${v.labs}: save it, and what has changed is proven.`
      : `Watching ${v.count} labs: save one, and what has changed is proven.`,
  'watch.keys': () => 'a proves everything again, q ends.',
  'watch.steps': (v: { lab: string; steps: string }) => `Changed in ${v.lab}: ${v.steps}. Proving that.`,
  'watch.whole': (v: { lab: string }) => `${v.lab} has changed in more than its steps: proving the whole lab.`,
  'watch.same': (v: { lab: string }) => `Nothing of ${v.lab} that could be proven has changed.`,
  'watch.again': () => 'Changed again: what was being proven is called off.',
  'watch.broken': (v: { lab: string }) => `${v.lab} is no lab as it is now, so nothing is proven:`,
};
