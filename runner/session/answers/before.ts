import { passed, pending, type Verdict } from '../../verdict/verdict.ts';
import { message, verbatim } from '../../words/message.ts';
import type { QuestionEvidence } from '../event.ts';

/** Judges an answer of a journal from before questions had kinds, as it was judged then. */
export function judgeAsBefore({ given, expected, near }: QuestionEvidence): Verdict {
  const plain = normalise(given);
  if (plain === '') return pending(message('answer.empty'));
  const forms = new Set([plain, ...shorter(plain)]);
  const fits = (value: string) => forms.has(normalise(value));
  if (expected.some(fits)) return passed(message('answer.right', { given: given.trim() }));
  const known = near.find((each) => fits(each.value));
  return pending(known ? verbatim(known.say) : message('answer.wrong', { given: given.trim() }), { attempt: true });
}

/** NFKC makes ４２ of an input method 42. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^["'`「『]+|["'`」』。.]+$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^0+(?=\d+$)/, '');

/**
What an answer comes down to: `PID 42` → `42`, `172.17.0.2/16` → the address, `/sbin/init --` → `init`,
`cat: /x: Permission denied` → the error.
*/
function shorter(plain: string): readonly string[] {
  const number = /^(?:the )?(?:ppid|pid)\s*(?:is|of|[:=#は])?\s*0*(\d+)$/.exec(plain)?.[1];
  const address = /^(?:ip[: ]*|inet[: ]*)?(\d+\.\d+\.\d+\.\d+)(?:\/\d+)?$/.exec(plain)?.[1];
  const path = /^([a-z/][\w./-]*)(?: -.*)?$/.exec(plain)?.[1];
  const program = path?.slice(path.lastIndexOf('/') + 1);
  const error = /^[\w./-]+: .+: ([^:]+)$/.exec(plain)?.[1];
  return [number, address, program, error].flatMap((each) => (each === undefined || each === '' ? [] : [each]));
}
