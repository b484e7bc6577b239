export const dev = {
  'dev.no-terminal': () =>
    '`seatrial dev` draws on a terminal, and there is none here, or one that cannot be drawn on (`NO_COLOR`, `TERM=dumb`, a screen reader).',
  'dev.instead': (v: { lab: string }) =>
    `\`seatrial test --watch ${v.lab}\` proves what you change, line by line, and \`seatrial run --plain ${v.lab}\` opens it without drawing.`,
  'dev.starting': () => 'Starting a machine to write this lab on …',
  'dev.left': () => 'The machine is removed. Your files are as you saved them.',
  'dev.help': () => 'For the author',
  'dev.help.goTo': () => 'go to a step: those before it are solved for you',
  'dev.help.try': () =>
    'type the solution, a variant or a mistake of the step, and see whether it earns what it should',
  'dev.help.evidence': () => 'what each check saw and said, raw, and what woke it',
  'dev.help.reopen': () => 'the step as it was when it was opened',
  'dev.help.fresh': () => 'a new machine, brought to this step',
  'dev.key.goTo': () => 'go to',
  'dev.key.try': () => 'try',
  'dev.key.evidence': () => 'evidence',
  'dev.key.reopen': () => 'as opened',
  'dev.key.fresh': () => 'new machine',
  'dev.key.move': () => 'move',
  'dev.key.fold': () => 'fold one',
  'dev.key.foldAll': () => 'fold all',
  'dev.key.step': () => 'step',
  'dev.page.goTo': () => 'Go to a step',
  'dev.page.try': () => 'Try what the step declares',
  'dev.page.evidence': () => 'What each check saw',
  'dev.trial.solution': () => 'solution',
  'dev.trial.variant': () => 'variant ',
  'dev.trial.mistake': () => 'mistake ',
  'dev.look': (v: { topic: string; at: string; took: string }) => `${v.topic} ${v.at}, took ${v.took} ms`,
  'dev.looks': (v: { count: number }) => (v.count === 1 ? 'looked once' : `looked ${v.count} times`),
  'dev.unseen': () => 'not looked at yet',
  'dev.unanswered': () => 'no answer yet',
  'dev.broken': (v: { count: number }) =>
    v.count === 1
      ? 'What you saved is no lab: the last one goes on.'
      : `What you saved is no lab, for ${v.count} reasons: the last one goes on. The first:`,
  'dev.unwatched': (v: { text: string }) =>
    `The files cannot be watched (${v.text}), so r reads them again. Where there are too many watches, \`sysctl fs.inotify.max_user_instances=512\` allows more.`,
  'dev.stale': (v: { what: string }) => `\`${v.what}\` has changed: n makes a machine anew for it.`,
  'dev.reread': (v: { time: string; steps: string }) =>
    v.steps === '' ? `Read again at ${v.time}.` : `Read again at ${v.time}: ${v.steps}.`,
  'dev.behind': (v: { steps: string }) =>
    `Already passed, and judged otherwise now: ${v.steps}. g goes back there, on a new machine.`,
  'dev.held': () => 'A command has the shell, so nothing can be typed there: end it first (f).',
  'dev.going': (v: { step: string; done: number; of: number; now: string }) =>
    `Going to “${v.step}” (${v.done} of ${v.of}): solving “${v.now}” …`,
  'dev.fresh': () => 'A new machine is being made …',
  'dev.arrived': (v: { step: string }) => `You are at “${v.step}”, the steps before it solved.`,
  'dev.at-start': () => 'A new machine: nothing has been done on it.',
  'dev.restoring': () => 'The machine is being put back to where this step was opened …',
  'dev.restored': () => 'The machine is as it was when this step was opened, and the step is open anew.',
  'dev.not-restored': () =>
    'Something was done here that cannot be taken back, so this is a new machine, brought to this step.',
  'dev.trying': (v: { what: string }) => `Typing \`${v.what}\` …`,
  'dev.passes': (v: { what: string }) => `\`${v.what}\` passes the step.`,
  'dev.earns': (v: { what: string; expected: string }) =>
    `\`${v.what}\` leaves the step open and earns “${v.expected}”.`,
  'dev.earns-undone': (v: { what: string; said: string }) =>
    `\`${v.what}\` leaves the step open and earns: ${v.said} It is undone.`,
  'dev.summary': () => 'Press g in the panel to go back to a step. The machine is removed when you leave.',
  'dev.over': () => 'Every step has ended. g goes back to one, on a new machine.',
};
