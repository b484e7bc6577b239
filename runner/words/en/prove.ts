const changes = {
  'flag-dropped': 'an option is missing',
  'argument-dropped': 'an argument is missing',
  'number-changed': 'another number',
  'name-changed': 'another name',
  'other-fact': 'one thing is taken for another',
  'other-image': 'another image',
  'other-command': 'another command',
  'arguments-swapped': 'two arguments are swapped',
  'line-left-out': 'a line is missing',
} as const;

type Change = keyof typeof changes;

export const prove = {
  'prove.broke': (v: { text: string }) => `Seatrial failed while it proved this: ${v.text}`,
  'prove.untouched-passed': (v: { step: string }) =>
    `Step "${v.step}" passes before anything has been done. Its checks must look at what the learner is asked for.`,
  'prove.look-passes': (v: { step: string }) =>
    `What stands under "look" passes step "${v.step}" already: it is the solution, and belongs under "solution".`,
  'prove.not-solved': (v: { step: string; seconds: number }) =>
    `Step "${v.step}" has not passed within ${v.seconds} s after this was typed.`,
  'prove.mistake-passed': (v: { step: string }) => `This mistake passes the step "${v.step}".`,
  'prove.other-message': (v: { expected: string }) => `No message to this mistake contains “${v.expected}”.`,
  'prove.reopened': (v: { step: string }) =>
    `Step "${v.step}" passed and is open again: what it asks for ended by itself within 3 s.`,
  'prove.unsteady': (v: { step: string }) =>
    `After the solution of "${v.step}" has been typed a second time, its checks pass no more.`,
  'prove.not-held': (v: { step: string }) => `At the end, step "${v.step}" is open again: what must hold does not.`,
  'prove.rejudged': (v: { step: string }) =>
    `Judged again from its journal, step "${v.step}" gets another verdict than it got live.`,
  'prove.survivor': (v: { step: string; change: Change; checks: string }) =>
    `Step "${v.step}" passes by a wrong version of its solution (${changes[v.change]}). It was let through by: ${v.checks}. Make a check stricter, or say under \`harmless\` why this is right as well.`,
  'prove.survivor-answer': (v: { step: string; question: string; given: string }) =>
    `Step "${v.step}" takes "${v.given}" for a right answer to the question "${v.question}".`,
  'prove.stale-harmless': (v: { run: string }) =>
    `"${v.run}" is said to be harmless, but no small change of the solution is like it. Take it out, or write it as \`--mutate\` shows it.`,
  'prove.attack-refused': (v: { step: string; check: string; name: string; seconds: number }) =>
    `“${v.name}” is right, but \`${v.check}\` of step "${v.step}" has not passed by it within ${v.seconds} s.`,
  'prove.attack-passed': (v: { step: string; check: string; name: string }) =>
    `“${v.name}” is wrong, but \`${v.check}\` of step "${v.step}" passes by it.`,
  'prove.attack-other-message': (v: { step: string; check: string; name: string; expected: string }) =>
    `No message of \`${v.check}\` of step "${v.step}" to “${v.name}” contains “${v.expected}”.`,
  'prove.attack-answer-refused': (v: { step: string; question: string; given: string }) =>
    `Step "${v.step}" refuses "${v.given}" as an answer to the question "${v.question}", though it is right.`,
  'prove.attack-no-footing': (v: { step: string; name: string }) =>
    `What other checks of step "${v.step}" speak of was to be made by “${v.name}”, but nothing came of it.`,
  'prove.not-reached': (v: { step: string; before: string }) =>
    `Step "${v.step}" was not reached: the solution of step "${v.before}" did not pass this time.`,
  'prove.left': (v: { what: string }) => `The machine is gone, but this is left on the engine: ${v.what}.`,
  'prove.untranslated': (v: { where: string; language: string }) => `"${v.where}" has no text in "${v.language}".`,
  'prove.away-blamed': (v: { by: string }) =>
    `While the engine was away, \`${v.by}\` said something else than before, and did not say that it is the machine's fault.`,
  'prove.away-lost': (v: { by: string }) =>
    `After the engine had been away and was back, \`${v.by}\` did not say what it had said before.`,
  'prove.unfilled': (v: { where: string; language: string; text: string }) =>
    `What is shown of "${v.where}" in "${v.language}" has something in it that nobody has filled in: ${v.text}`,
  'prove.skipped-untold': (v: { step: string; skipped: string }) =>
    `Step "${v.step}" needs what “${v.skipped}” makes. Where that is skipped, no message of its says so by that title.`,
  'prove.bare-claim': (v: { text: string }) => `This claim has no evidence at the end: ${v.text}`,
  'play.untouched': () => 'untouched',
  'play.mistake': () => 'mistake',
  'play.solution': () => 'solution',
  'play.claims': () => 'What this has shown',
  'prove.flaky': (v: { phase: string }) =>
    `This came out differently when it was proven again (“${v.phase}”): something in the lab depends on chance.`,
  'prove.not-a-number': (v: { option: string; given: string }) =>
    `${v.option} takes a number above 0, not "${v.given}".`,
  'prove.other-verdict': () => 'The attempt gets another verdict than it should.',
  'prove.no-file': (v: { path: string }) => `There is no file ${v.path} that could be read.`,
};
