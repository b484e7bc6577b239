import { type Message, type Mismatch, message, shown } from '../../runner/api.ts';
import type { Expectation, Said, Whole } from './expectation.ts';
import type { Fields, Subject } from './subject.ts';

/** What is said of a subject that is not as this expects, and what should be and what is; nothing of one that is. */
export function missOf<Is extends Fields>(
  noun: string,
  subject: Subject<Is>,
  expectation: Expectation<Is> | Whole<Is>,
): Said | undefined {
  if ('why' in expectation) return expectation.why(subject);
  const { is } = subject;
  return expectation.fits(is[expectation.path], is) ? undefined : explained(noun, subject, expectation);
}

function explained<Is extends Fields>(
  noun: string,
  subject: Subject<Is>,
  { path, of, operator, expected, say }: Expectation<Is>,
): Said {
  const mismatch = { expected, actual: shown(subject.is[path]) };
  const better = say?.(subject, mismatch);
  if (better) return better;
  const hasSides = operator === 'equal' && mismatch.actual !== '';
  return { because: usual({ noun, name: subject.name, of, ...mismatch }, operator), ...(hasSides && { mismatch }) };
}

type Values = Mismatch & { readonly noun: string; readonly name: string; readonly of: string };

function usual(values: Values, operator: Expectation['operator']): Message {
  const { actual } = values;
  switch (operator) {
    case 'absent':
      return message('kit.has', values);
    case 'present':
      return message('kit.has-not', values);
    case 'includes':
      return message(actual === '' || actual === '[]' ? 'kit.lacks' : 'kit.without', values);
    case 'atLeast':
      return message(actual === '' ? 'kit.lacks' : 'kit.below', values);
    case 'atMost':
      return message(actual === '' ? 'kit.lacks' : 'kit.above', values);
    case 'matches':
      return message(actual === '' ? 'kit.lacks' : 'kit.unlike', values);
    case 'equal':
      return message(actual === '' ? 'kit.lacks' : 'kit.other', values);
  }
}
