import type { Language, Message } from '../../words/message.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { NewOptions } from '../options.ts';
import { badId, badMinutes, engineOf, engines, type NewLab, titled } from './request.ts';

type Answers = {
  readonly track: string;
  readonly id: string;
  readonly title: string;
  readonly titleJa: string;
  readonly engine: (typeof engines)[number];
  readonly minutes: string;
};

const names = { docker: message('list.docker'), kubernetes: message('list.kubernetes') } as const;

/** Asks in the terminal for what the command line has not said. */
export async function ask(language: Language, options: NewOptions): Promise<NewLab> {
  const { default: inquirer } = await import('inquirer');
  const words = (each: Message) => say(language, each);
  const valid = (wrong: (text: string) => Message | undefined) => (text: string) => {
    const found = wrong(text);
    return found ? words(found) : true;
  };

  const { track, id, title, titleJa, engine, minutes } = await inquirer.prompt<Answers>(
    [
      {
        type: 'select',
        name: 'engine',
        message: words(message('new.engine')),
        default: engineOf(options.track),
        choices: engines.map((value) => ({ value, name: words(names[value]) })),
      },
      {
        type: 'input',
        name: 'track',
        message: words(message('new.track')),
        default: (so: Pick<Answers, 'engine'>) => so.engine,
        validate: valid(badId),
      },
      { type: 'input', name: 'id', message: words(message('new.id')), validate: valid(badId) },
      {
        type: 'input',
        name: 'title',
        message: words(message('new.title')),
        default: (so: Pick<Answers, 'id'>) => titled(so.id),
      },
      {
        type: 'input',
        name: 'titleJa',
        message: words(message('new.title-ja')),
        default: (so: Pick<Answers, 'title'>) => so.title,
      },
      {
        type: 'input',
        name: 'minutes',
        message: words(message('new.minutes')),
        default: '10',
        validate: valid(badMinutes),
      },
    ],
    { ...options },
  );
  return { track, id, title, titleJa, engine, minutes: Number(minutes) };
}
