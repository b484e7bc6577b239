import type { Lab } from '../../lab/lab.ts';
import { textsOf, untranslatedIn } from '../../lab/texts.ts';
import type { SessionEvent } from '../../session/event.ts';
import { type Language, type Message, message } from '../../words/message.ts';
import { nothing, type TrialResult } from '../record.ts';
import { unfilledIn } from './unfilled.ts';

/** Every text of the lab exists in each language that it is written in, and every hint, solution and message that was shown has all its values in each. */
export function worded(labs: Readonly<Record<Language, Lab>>, events: readonly SessionEvent[]): TrialResult {
  const because = missing(labs) ?? unfilledIn(labs, events) ?? bareClaim(events);
  return { ...nothing, result: because ? { outcome: 'failed', because } : { outcome: 'ok' } };
}

function missing({ en, ja }: Readonly<Record<Language, Lab>>): Message | undefined {
  if (en.languages.length < 2) return undefined;
  const [where] = untranslatedIn(textsOf(en), textsOf(ja));
  return where === undefined ? undefined : message('prove.untranslated', { where, language: 'ja' });
}

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
