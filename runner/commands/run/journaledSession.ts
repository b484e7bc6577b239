import { checks } from '../../../checks/index.ts';
import { openJournal } from '../../journal/file.ts';
import { journalPath } from '../../journal/folder.ts';
import type { LabIn } from '../../lab/lab.ts';
import { openSession } from '../../session/engine.ts';
import type { SessionEvent } from '../../session/event.ts';
import type { Intent } from '../../session/intent.ts';
import type { Session } from '../../session/session.ts';
import { systemClock } from '../../verdict/clock.ts';
import type { Language, Message } from '../../words/message.ts';
import type { Machine } from '../../world/machine/machine.ts';

/** A session on its machine, with its journal: all that a screen is drawn from. */
export type JournaledSession = {
  readonly session: Session;
  setLanguage(language: Language): void;
  /** Everything that has happened in it, from its beginning. */
  events(): readonly SessionEvent[];
  /** Writes how the learner left, and lets go of everything but the machine. */
  close(how: 'keep' | 'remove'): Promise<void>;
};

type JournaledSessionRequest = {
  readonly id: string;
  readonly labs: LabIn;
  readonly language: Language;
  readonly machine: Machine;
  /** The state folder. */
  readonly folder: string;
  readonly onFault: (error: unknown) => void;
};

/** Opens the session of this id on a machine, or goes on with it where its journal has something. */
export function openJournaledSession({
  id,
  labs,
  language: first,
  machine,
  folder,
  onFault,
}: JournaledSessionRequest): JournaledSession {
  let language = first;
  let session: Session | undefined;
  const late: (Message | undefined)[] = [];
  const report = (trouble: Message | undefined) => (session ? session.report(trouble, 'journal') : late.push(trouble));
  const journal = openJournal(journalPath(folder, id), report);
  const events = [...journal.history];
  const append = (event: SessionEvent) => {
    events.push(event);
    journal.append(event);
  };

  session = openSession({
    id,
    lab: () => labs[language],
    world: machine.world,
    checks: new Map(checks.map((check) => [check.name, check])),
    clock: systemClock,
    history: journal.history,
    append,
    load: (images) => machine.load(images),
    onFault,
  });
  const opened = session;
  for (const trouble of late) opened.report(trouble, 'journal');
  void machine.gone.then(({ explanation }) => opened.report(explanation));
  const stopListening = machine.onSaid(({ words }) => {
    const intent = intentOf(words);
    if (intent) opened.send(intent);
  });

  return {
    session: opened,
    setLanguage(next) {
      language = next;
    },
    events: () => events,
    async close(how) {
      stopListening();
      await opened.close();
      const left: SessionEvent = { at: systemClock.now(), type: 'session.left', keep: how === 'keep' };
      append(left);
      journal.close();
    },
  };
}

/** What a command typed on the machine asks of the session; `steps`, `leave` and `help` are the screen's. */
export function intentOf([verb, ...rest]: readonly string[]): Intent | undefined {
  switch (verb) {
    case 'hint':
    case 'solution':
    case 'solve':
    case 'skip':
      return { type: verb };
    case 'check':
      return { type: 'recheck' };
    case 'answer':
    case 'predict':
      return { type: verb, text: rest.join(' ') };
    default:
      return undefined;
  }
}
