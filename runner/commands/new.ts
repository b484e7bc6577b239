import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { catalog } from '../lab/catalog.ts';
import { subjectOf } from '../lab/lint/lintLab.ts';
import { freshMarks } from '../lab/lint/staleTranslation.ts';
import { withMarks } from '../lab/marks.ts';
import { readLab } from '../lab/read.ts';
import { type SkeletonRequest, skeleton, skeletonJa } from '../lab/skeleton.ts';
import { type Message, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, type CommandContext, exitCodes } from './context.ts';
import { UsageError } from './fail.ts';
import { known, labsFolder } from './labs.ts';
import type { NewOptions } from './options.ts';

type Request = SkeletonRequest & { readonly track: string };

/** Writes a new lab with its Japanese texts. In a terminal it asks for what is not given. */
export const newLab: Command<NewOptions> = async (context, options) => {
  const request = context.stdin.isTTY && context.stdout.isTTY ? await ask(context, options) : given(options);
  const labs = options.folder === undefined ? labsFolder(context) : resolve(context.cwd, options.folder);
  const folder = join(labs, request.track, request.id);
  const path = relative(context.cwd, folder);
  const taken = catalog(labs).find((each) => each.id === request.id);
  if (existsSync(folder) || taken) {
    throw new UsageError(message('new.exists', { path: taken ? relative(context.cwd, taken.folder) : path }));
  }

  mkdirSync(folder, { recursive: true });
  const [file, japanese] = [join(folder, 'lab.yaml'), join(folder, 'lab.ja.yaml')];
  const schema = relative(folder, join(labsFolder(context), 'lab.schema.json'));
  writeFileSync(file, skeleton(request, schema));
  writeFileSync(japanese, skeletonJa(request));
  const own = known(context);
  const subject = subjectOf(readLab(file, own), own);
  if (subject?.translation) {
    writeFileSync(japanese, withMarks(skeletonJa(request), freshMarks(subject, subject.translation)));
  }

  const said = [file, japanese].map((each) => message('new.written', { path: relative(context.cwd, each) }));
  for (const each of [...said, message('new.next', { lab: options.folder === undefined ? request.id : path })]) {
    context.stdout.write(`${say(context.language, each)}\n`);
  }
  return exitCodes.done;
};

const badId = (id: string): Message | undefined =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length <= 60 ? undefined : message('new.bad-id', { given: id });

const badMinutes = (minutes: string): Message | undefined =>
  /^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 240
    ? undefined
    : message('new.bad-minutes', { given: minutes });

/** `first-steps` → `First steps`. */
const titled = (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

function given({ id, track = 'docker', title, titleJa, minutes = '10' }: NewOptions): Request {
  if (id === undefined) {
    const help = message('commands.see-help', { command: 'seatrial new' });
    throw new UsageError(message('commands.missing-argument', { name: 'id' }), help);
  }
  const wrong = badId(id) ?? badId(track) ?? badMinutes(minutes);
  if (wrong) throw new UsageError(wrong);
  const name = title || titled(id);
  return { id, track, title: name, titleJa: titleJa || name, minutes: Number(minutes) };
}

async function ask({ language }: CommandContext, options: NewOptions): Promise<Request> {
  const { default: inquirer } = await import('inquirer');
  const words = (id: Parameters<typeof say>[1]) => say(language, id);
  const valid = (wrong: (text: string) => Message | undefined) => (text: string) => {
    const found = wrong(text);
    return found ? words(found) : true;
  };

  const answers = await inquirer.prompt<{ track: string; id: string; title: string; titleJa: string; minutes: string }>(
    [
      { type: 'input', name: 'track', message: words(message('new.track')), default: 'docker', validate: valid(badId) },
      { type: 'input', name: 'id', message: words(message('new.id')), validate: valid(badId) },
      {
        type: 'input',
        name: 'title',
        message: words(message('new.title')),
        default: (so: { id: string }) => titled(so.id),
      },
      {
        type: 'input',
        name: 'titleJa',
        message: words(message('new.title-ja')),
        default: (so: { title: string }) => so.title,
      },
      {
        type: 'input',
        name: 'minutes',
        message: words(message('new.minutes')),
        default: '10',
        validate: valid(badMinutes),
      },
    ],
    options,
  );
  return { ...answers, minutes: Number(answers.minutes) };
}
