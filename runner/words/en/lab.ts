const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'nothing',
  undefined: 'nothing',
};

/** `string|array`, as zod names types, in words. */
const kindsOf = (names: string) =>
  names
    .split('|')
    .map((name) => kinds[name] ?? name)
    .join(' or ');

const at = (where: string) => (where === '' ? 'The file' : `"${where}"`);

export const lab = {
  'lab.did-you-mean': (v: { suggestion: string }) => `Did you mean ${v.suggestion}?`,
  'lab.warning': () => 'warning',
  'lab.count': (v: { count: number; warnings: number }) => {
    const problems = v.count === 1 ? '1 problem' : `${v.count} problems`;
    const warnings = v.warnings === 1 ? '1 warning' : `${v.warnings} warnings`;
    return `${[v.count > 0 || v.warnings === 0 ? problems : '', v.warnings > 0 ? warnings : ''].filter(Boolean).join(', ')}.`;
  },

  'lab.yaml': (v: { text: string }) => `This is not YAML: ${v.text}`,
  'lab.duplicate-key': () => 'This key stands here a second time; only one of them can count.',
  'lab.tab': () => 'A tab cannot indent YAML; use spaces.',
  'lab.indent': () => 'This line is not indented like those that it belongs to.',
  'lab.documents': () => 'A lab is one YAML document; remove what follows "---".',
  'lab.no-file': () => 'There is no such file.',
  'lab.unreadable': (v: { text: string }) => `The file cannot be read: ${v.text}`,
  'lab.empty': () => 'The file is empty. `seatrial new` writes a lab to start from.',
  'lab.too-long': (v: { limit: number }) => `The file is longer than ${v.limit} characters, too long for a lab.`,
  'lab.too-deep': () => 'The file is nested too deeply, or its aliases unfold to too much.',

  'lab.unknown-key': (v: { key: string; where: string }) =>
    v.where === '' ? `A lab has no "${v.key}".` : `"${v.where}" has no "${v.key}".`,
  'lab.missing-key': (v: { key: string; where: string }) => `${at(v.where)} lacks "${v.key}".`,
  'lab.wrong-type': (v: { where: string; expected: string; actual: string }) =>
    `${at(v.where)} must be ${kindsOf(v.expected)}, but it is ${kindsOf(v.actual)}.`,
  'lab.wrong-value': (v: { where: string; allowed: string }) => `${at(v.where)} must be one of: ${v.allowed}.`,
  'lab.too-small': (v: { where: string; minimum: number }) => `${at(v.where)} must be at least ${v.minimum}.`,
  'lab.too-few': (v: { where: string; minimum: number }) =>
    `${at(v.where)} must have at least ${v.minimum} ${v.minimum === 1 ? 'entry' : 'entries'}.`,
  'lab.too-big': (v: { where: string; maximum: number }) => `${at(v.where)} must be at most ${v.maximum}.`,
  'lab.blank': (v: { where: string }) => `${at(v.where)} must not be empty.`,
  'lab.slug': (v: { where: string }) =>
    `${at(v.where)} must be small letters and digits, a letter first; a single \`-\` joins words: \`first-step\`.`,
  'lab.wrong-form': (v: { where: string }) => `${at(v.where)} does not have the form that it must have.`,
  'lab.merge': (v: { where: string }) =>
    `${at(v.where)} has \`<<\`, the merge key of an older YAML, which is not read here. Write the keys out; an alias (\`*name\`) can stand for a whole value.`,
  'lab.control': (v: { character: string }) =>
    `Here stands the control character ${v.character}, which no text of a lab may have. Delete it; a script writes it as \`$'\\033'\`.`,
  'lab.encoding': () => 'The file is no UTF-8 from here on. Save it as UTF-8.',
  'lab.wrong': (v: { where: string; text: string }) => `${at(v.where)} is wrong: ${v.text}`,

  'lab.id-differs': (v: { id: string; folder: string }) =>
    `The lab's id is "${v.id}", but its folder is named "${v.folder}". They must be the same.`,
  'lab.duplicate-id': (v: { id: string; line: number }) => `The id "${v.id}" is used already, on line ${v.line}.`,
  'lab.unknown-image': (v: { image: string }) => `There is no image "${v.image}" in the folder images.`,
  'lab.network-beside-cluster': () =>
    'A machine beside a cluster stands on the network of its nodes. Take `network: own` out of "needs", or `kubernetes`.',
  'lab.no-engine': () => '"needs" names no engine. Write `needs: { docker: {} }`.',
  'lab.check-without-engine': (v: { check: string; engine: string }) =>
    `"${v.check}" asks about what this lab does not have. Write \`${v.engine}: {}\` under "needs".`,
  'lab.no-check': (v: { step: string }) =>
    `Step "${v.step}" has neither a check nor a question, so nothing can tell that it is done.`,
  'lab.unknown-check': (v: { check: string }) => `There is no check "${v.check}".`,
  'lab.renamed-check': (v: { check: string; form: string }) =>
    `The check "${v.check}" has gone into another one. Write instead: ${v.form}`,
  'lab.one-check': () => 'One entry of "checks" is one check: write each further one as an entry of its own.',
  'lab.empty-check': () => 'This entry names no check. Write `- docker/container: { … }` or `- run: |`.',
  'lab.question-forms': () => 'A step has either "ask" and "answer" or a list of "questions", not both.',
  'lab.no-choices': () => '"kind: choice" needs a list of "choices" to choose from.',
  'lab.choices-without-kind': (v: { kind: string }) =>
    `"choices" belong to "kind: choice", and this question has "kind: ${v.kind}".`,
  'lab.unknown-choice': (v: { value: string }) => `"${v.value}" is not among the "choices", so nobody can choose it.`,
  'lab.all-without-choices': () => '"all" belongs beside "choices": every right one of them must then be chosen.',
  'lab.tolerance-without-number': (v: { kind: string }) =>
    `"tolerance" belongs to "kind: number", and this question has "kind: ${v.kind}".`,
  'lab.wrong-tolerance': (v: { tolerance: string }) =>
    `"${v.tolerance}" does not say how far a number may be off. A share does ("5%"), and so does an amount ("10", "16 MB").`,
  'lab.tolerance-unit': (v: { tolerance: string; value: string }) =>
    `"${v.tolerance}" is an amount of something else than "${v.value}".`,
  'lab.means-differ': (v: { expected: number; actual: number }) =>
    `Each choice of a prediction has its meaning: there are ${v.expected} choices, and here are ${v.actual} meanings.`,
  'lab.not-in-step': (v: { key: string; step: string }) =>
    `The step "${v.step}" has no "${v.key}" that this could translate.`,
  'lab.choices-differ': (v: { expected: number; actual: number }) =>
    `The question has ${v.expected} choices, and here are ${v.actual}.`,
  'lab.answer-without-question': (v: { key: string }) =>
    `"${v.key}" stands here without the question: "ask" is missing.`,
  'lab.mistake-form': () =>
    'A mistake has either "run" (what is typed) or "answer" (what is answered), and only one of them.',
  'lab.unknown-question': (v: { question: string; step: string }) =>
    `Step "${v.step}" has no question "${v.question}".`,
  'lab.mistake-without-question': (v: { step: string }) =>
    `This mistake is an answer, but step "${v.step}" asks nothing.`,

  'lab.fact-name': (v: { name: string }) =>
    `"${v.name}" cannot be a fact's name: use small letters, digits and underscores, a letter first.`,
  'lab.same-fact': (v: { name: string }) =>
    `"${v.name}" is no fact that a check above this one binds. \`same\` stands beside \`as\` and names what this check may find as well.`,
  'lab.fact-twice': (v: { name: string; line: number }) => `The fact "${v.name}" is bound already, on line ${v.line}.`,
  'lab.fact-reserved': (v: { name: string }) =>
    `"${v.name}" is the name of a fact that is always there; choose another.`,
  'lab.unknown-fact': (v: { name: string }) =>
    `Nothing binds a fact "${v.name}": no check says \`as: ${v.name}\`, no "keep" names it.`,
  'lab.early-fact': (v: { name: string; line: number }) =>
    `The fact "${v.name}" is used here before it is known: it is bound on line ${v.line}.`,
  'lab.unkept-fact': (v: { text: string; as: string }) =>
    `A claim is made when \`${v.text}\` may be gone. Keep it in the step that knows it, by \`keep: { ${v.as}: "${v.text}" }\`, and write \`\${${v.as}}\` here.`,
  'lab.unknown-part': (v: { name: string; part: string }) =>
    v.part === '' ? `The fact "${v.name}" must be followed by a part.` : `The fact "${v.name}" has no "${v.part}".`,
  'lab.bad-template': (v: { text: string }) => `"${v.text}" is not a fact: write \${name} or \${name.part}.`,

  'lab.unknown-step': (v: { step: string }) => `The lab has no step "${v.step}".`,
  'lab.unknown-near': (v: { value: string }) => `The question has no near answer "${v.value}".`,
  'lab.unknown-message': (v: { id: string }) =>
    `No check says a message "${v.id}". \`seatrial test --json\` shows the id of each that was said.`,
  'lab.unknown-say': (v: { step: string; key: string }) =>
    `No check of step "${v.step}" has words of its own under "${v.key}". They stand by the check's number, from 1, and where the lab has several, by the message's id.`,
  'lab.hints-differ': (v: { step: string; expected: number; actual: number }) =>
    `Step "${v.step}" has ${v.expected} hints in lab.yaml, but ${v.actual} here.`,
  'lab.claims-differ': (v: { expected: number; actual: number }) =>
    `The lab has ${v.expected} claims in lab.yaml, but ${v.actual} here.`,
};
