import type { Lab } from '../../lab/lab.ts';
import type { SessionEvent } from '../../session/event.ts';
import { boundBy } from '../../session/presence.ts';
import { referencesIn } from '../../session/template.ts';
import { type Language, type Message, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';

const spoilt = /\bundefined\b|\bNaN\b|\[object /;

/** The first text of a session that was shown with something in it which nobody has filled in, in any language; undefined where all was. */
export function unfilledIn(
  labs: Readonly<Record<Language, Lab>>,
  events: readonly SessionEvent[],
): Message | undefined {
  const names = factsOf(labs.en);
  const isSpoilt = (text: string) =>
    text.trim() === '' || spoilt.test(text) || referencesIn(text).some(({ name }) => names.has(name));
  for (const language of ['en', 'ja'] as const) {
    for (const { where, text } of events.flatMap((event) => shownBy(event, labs[language], language)))
      if (isSpoilt(text)) return message('prove.unfilled', { where, language, text });
  }
  return undefined;
}

/** Names that stand for something in the lab's texts; others are the shell's own. */
const factsOf = ({ steps }: Lab): ReadonlySet<string> =>
  new Set(['host', ...steps.flatMap(({ checks, keep }) => [...checks.flatMap(boundBy), ...Object.keys(keep)])]);

const filled = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  Object.entries(values).reduce((now, [from, to]) => now.replaceAll(from, () => to), text);

type Shown = { readonly where: string; readonly text: string };

function shownBy(event: SessionEvent, { steps }: Lab, language: Language): readonly Shown[] {
  switch (event.type) {
    case 'hint.shown': {
      const hint = steps.find(({ id }) => id === event.step)?.hints[event.hint] ?? '';
      return [{ where: `${event.step} › ${event.hint + 1}`, text: filled(hint, event.values) }];
    }
    case 'step.ended': {
      const learned = steps.find(({ id }) => id === event.step)?.learned ?? '';
      const text = filled(learned, event.values);
      return text === '' || event.ending === 'skipped' ? [] : [{ where: `${event.step} › learned`, text }];
    }
    case 'solution.shown':
    case 'solution.typed':
      return event.commands === '' ? [] : [{ where: event.step, text: event.commands }];
    case 'check.judged':
    case 'question.answered': {
      const { verdict } = event;
      // What blames the lab shows what its author wrote, filled in or not.
      if (verdict.status === 'errored' && verdict.blame === 'lab') return [];
      const said = [verdict.because, ...('hint' in verdict && verdict.hint ? [verdict.hint] : [])];
      return said.map((each) => ({ where: each.id, text: say(language, each) }));
    }
    case 'step.reopened':
      return [{ where: event.because.id, text: say(language, event.because) }];
    case 'trouble.began':
      return [{ where: event.trouble.id, text: say(language, event.trouble) }];
    default:
      return [];
  }
}
