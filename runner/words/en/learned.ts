export const learned = {
  'learned.shown': () => 'The learner had the solution shown.',
  'learned.skipped': () => 'The learner skipped the step.',
  'learned.open': () => 'The step was not finished.',
  'learned.ahead': () => 'The step was not reached.',
  'learned.reporters': (v: { given: string; allowed: string }) =>
    `A learner's session cannot be written as "${v.given}". It can as: ${v.allowed}.`,
  'learned.no-terminal': () =>
    'There is no terminal to work in, so commands are read from the input, one a line; `hint`, `answer …`, `solution`, `solve`, `skip`, `check` and `leave` work as in a terminal.',
  'learned.held': (v: { line: string }) =>
    `\`${v.line}\` does not give the prompt back. What follows is typed into another shell of the same machine.`,
};
