import { placed } from './names.ts';

/** From whom, where that need be said. */
const from = (who: string): string => (who === '' ? '' : `From ${placed(who)}, `);

const came: Readonly<Record<string, string>> = {
  answered: 'answers',
  refused: 'refuses the connection',
  'timed-out': 'is not reached',
  unresolved: 'has a name that nobody knows',
  mute: 'takes the connection, and no answer comes',
};

const should: Readonly<Record<string, string>> = {
  answered: 'should answer',
  refused: 'should refuse the connection',
  'timed-out': 'should not be reached',
  unresolved: 'should have a name that nobody knows',
};

type Whence = { from: string; where: string };

/** What a request came to. `from` is empty where it need not be said who has asked. */
export const reaches = {
  'reaches.right': (v: Whence & { outcome: string; status: string }) =>
    `${from(v.from)}\`${v.where}\` ${came[v.outcome] ?? v.outcome}${v.status === '' ? '' : ` with ${v.status}`}.`,
  'reaches.silent': (v: Whence & { why: string }) => `${from(v.from)}\`${v.where}\` does not answer: ${v.why}`,
  'reaches.otherwise': (v: Whence & { actual: string; expected: string; why: string }) =>
    `${from(v.from)}\`${v.where}\` ${came[v.actual] ?? v.actual}${v.why === '' ? '' : ` (${v.why})`}; it ${should[v.expected] ?? v.expected}.`,
  'reaches.status': (v: Whence & { actual: string; expected: string }) =>
    `${from(v.from)}\`${v.where}\` answers with ${v.actual}, not with ${v.expected}.`,
  'reaches.without': (v: Whence & { contains: string }) =>
    `${from(v.from)}\`${v.where}\` answers, but “${v.contains}” is not in it.`,
  'reaches.not-running': (v: { from: string }) => `\`${v.from}\` is not running, so nothing can be reached from it.`,
};
