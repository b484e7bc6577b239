import type { Lab, Step } from '../../lab/lab.ts';
import type { SessionEvent } from '../../session/event.ts';
import { type Language, type Message, message } from '../../words/message.ts';
import { nothing, type Tried } from '../record.ts';
import { unfilledIn } from './unfilled.ts';

/** Every text of the lab exists in each language, and every hint, solution and message that was shown has all its values in each. */
export function worded(labs: Readonly<Record<Language, Lab>>, events: readonly SessionEvent[]): Tried {
  const because = missing(labs) ?? unfilledIn(labs, events) ?? bareClaim(events);
  return { ...nothing, result: because ? { outcome: 'failed', because } : { outcome: 'ok' } };
}

function missing({ en, ja }: Readonly<Record<Language, Lab>>): Message | undefined {
  const japanese = new Map(textsOf(ja));
  for (const [where, text] of textsOf(en)) {
    const other = japanese.get(where);
    if (!other || (other === text && hasProse(text))) return message('prove.untranslated', { where, language: 'ja' });
  }
  return undefined;
}

type Text = readonly [where: string, text: string];

const textsOf = (lab: Lab): readonly Text[] =>
  (
    [
      ['title', lab.title],
      ['summary', lab.summary],
      ...lab.steps.flatMap(textsOfStep),
      ...lab.claims.flatMap(({ text, evidence }, index): readonly Text[] => [
        [`claims[${index}].text`, text],
        [`claims[${index}].evidence`, evidence],
      ]),
    ] satisfies readonly Text[]
  ).filter(([, text]) => text.trim() !== '');

const textsOfStep = (step: Step): readonly Text[] => [
  [`${step.id}.title`, step.title],
  [`${step.id}.text`, step.text],
  ...step.hints.map((hint, index): Text => [`${step.id}.hints[${index}]`, hint]),
  ...step.questions.flatMap(({ id, ask, near }): readonly Text[] => [
    [`${step.id}.${id}`, ask],
    ...near.map(({ value, say }): Text => [`${step.id}.${id}.near ${value}`, say]),
  ]),
];

/** Whether there are words to translate beside code and facts. */
const hasProse = (text: string): boolean =>
  /\p{Letter}{2,}/u.test(text.replace(/```[\s\S]*?```|`[^`]*`|\$\{[^}]*\}/g, ''));

function bareClaim(events: readonly SessionEvent[]): Message | undefined {
  const claims = whole(events).flatMap((event) => (event.type === 'lab.finished' ? event.claims : []));
  const bare = claims.find(
    ({ text, evidence }) => evidence === undefined || /\bundefined\b|\$\{/.test(`${text} ${evidence}`),
  );
  return bare && message('prove.bare-claim', { text: bare.text });
}

/** Without the ends of sessions in which a step was skipped: what it would have kept, no claim can tell of. */
function whole(events: readonly SessionEvent[]): readonly SessionEvent[] {
  let skipped = false;
  return events.filter((event) => {
    if (event.type === 'session.opened') skipped = false;
    if (event.type === 'step.ended' && event.ending === 'skipped') skipped = true;
    return event.type !== 'lab.finished' || !skipped;
  });
}
