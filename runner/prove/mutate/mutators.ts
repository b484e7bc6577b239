import type { Role, Word } from './words.ts';

/** What was made wrong about a solution. */
export type Change =
  | 'flag-dropped'
  | 'argument-dropped'
  | 'number-changed'
  | 'name-changed'
  | 'other-fact'
  | 'other-image'
  | 'other-command'
  | 'arguments-swapped'
  | 'line-left-out';

/** What a lab knows by the step whose solution is changed. */
export type Surroundings = {
  /** Images by name. */
  readonly images: readonly string[];
  /** Names of facts that stand for the same kind of thing. */
  readonly facts: readonly string[];
};

/** Other texts for one word of a line, or for it and the next one. */
export type Mutator = (
  word: Word,
  next: Word | undefined,
  surroundings: Surroundings,
) => { readonly change: Change; readonly text: string; readonly over?: 'both' } | undefined;

const fact = /\$\{([A-Za-z_][\w-]*)((?:\.[\w-]+)*)\}/;

/** The image that a mutant takes for this one: the same files under another name and id. */
export const otherImage = (image: string): string => `other-${image}`;

/** Commands that people take for each other. */
const mixedUp: Readonly<Record<string, string>> = {
  run: 'create',
  ps: 'images',
  rm: 'stop',
  stop: 'pause',
  kill: 'pause',
  start: 'create',
  exec: 'inspect',
};

/** Where a name stands that somebody may write wrongly; what stands in a here-document may be any text. */
const named: ReadonlySet<Role> = new Set(['argument', 'value']);
const given: ReadonlySet<Role> = new Set([...named, 'content']);

const flagDropped: Mutator = ({ role }) => (role === 'flag' ? { change: 'flag-dropped', text: '' } : undefined);

const argumentDropped: Mutator = ({ role }) =>
  role === 'argument' ? { change: 'argument-dropped', text: '' } : undefined;

const numberChanged: Mutator = ({ role, text }) => {
  if (!given.has(role) || fact.test(text) || !/\d/.test(text)) return undefined;
  return { change: 'number-changed', text: text.replace(/\d+/, (number) => String(Number(number) + 1)) };
};

const nameChanged: Mutator = ({ role, text }, _next, { images }) => {
  if (!named.has(role) || fact.test(text) || images.includes(text) || !/[A-Za-z]["']?$/.test(text)) return undefined;
  return { change: 'name-changed', text: text.replace(/(["']?)$/, 'x$1') };
};

const otherFact: Mutator = ({ text }, _next, { facts }) => {
  const [whole, name = '', path = ''] = fact.exec(text) ?? [];
  const other = facts.find((each) => each !== name);
  if (whole === undefined || other === undefined || !facts.includes(name)) return undefined;
  return { change: 'other-fact', text: text.replace(whole, `\${${other}${path}}`) };
};

const imageChanged: Mutator = ({ role, text }, _next, { images }) =>
  given.has(role) && images.includes(text) ? { change: 'other-image', text: otherImage(text) } : undefined;

const otherCommand: Mutator = ({ role, text }) => {
  const other = role === 'command' ? mixedUp[text] : undefined;
  return other === undefined ? undefined : { change: 'other-command', text: other };
};

const swapped: Mutator = ({ role, text }, next) =>
  role === 'argument' && next?.role === 'argument' && next.text !== text
    ? { change: 'arguments-swapped', text: `${next.text} ${text}`, over: 'both' }
    : undefined;

/** Every way to make a small mistake in one place. The only list of them. */
export const mutators: readonly Mutator[] = [
  flagDropped,
  numberChanged,
  otherFact,
  imageChanged,
  nameChanged,
  otherCommand,
  swapped,
  argumentDropped,
];
