import type { HomeChoice, HomeEntry } from '../../ui/contract.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { CommandContext } from '../context.ts';

const marks = { new: '○', begun: '◐', done: '✔' } as const;

/** The home screen line by line: a list to choose from by its number, for screen readers and plain terminals. */
export async function chooseLab(
  { language, stdout }: CommandContext,
  entries: readonly HomeEntry[],
  notices: readonly string[],
): Promise<HomeChoice> {
  for (const notice of notices) stdout.write(`${notice}\n`);
  const { default: inquirer } = await import('inquirer');
  const quit = '';
  const { lab } = await inquirer.prompt<{ lab: string }>([
    {
      type: 'rawlist',
      name: 'lab',
      message: say(language, message('home.choose')),
      choices: [
        ...entries.map((each) => ({ name: line(each), value: each.id })),
        { name: say(language, message('home.quit')), value: quit },
      ],
    },
  ]);
  return lab === quit ? { type: 'quit' } : { type: 'open', lab, language };
}

function line({ title, minutes, engine, state, progress }: HomeEntry): string {
  const done = progress ? ` ${progress.done}/${progress.steps}` : '';
  return `${marks[state]}${done} ${title} (${engine}, ${minutes} min)`;
}
