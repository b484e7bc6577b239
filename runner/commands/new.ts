import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { catalog } from '../lab/catalog.ts';
import { subjectOf } from '../lab/lint/lintLab.ts';
import { freshMarks } from '../lab/lint/staleTranslation.ts';
import { readLab } from '../lab/read.ts';
import { skeletons } from '../lab/skeleton/skeletons.ts';
import { withDigests } from '../lab/translationDigests.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, exitCodes } from './context.ts';
import { UsageError } from './fail.ts';
import { labsFolder } from './findLab.ts';
import { known } from './labs.ts';
import { ask } from './new/ask.ts';
import { checkGiven, requestOf } from './new/request.ts';
import type { NewOptions } from './options.ts';

/** Writes a new lab with its Japanese texts. In a terminal it asks for what is not given. */
export const newLab: Command<NewOptions> = async (context, options) => {
  checkGiven(options);
  const isTerminal = context.stdin.isTTY && context.stdout.isTTY;
  const request = isTerminal ? await ask(context.language, options) : requestOf(options);
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
  const skeleton = skeletons[request.engine];
  writeFileSync(file, skeleton.lab(request, schema));
  writeFileSync(japanese, skeleton.japanese(request));
  const own = known(context);
  const subject = subjectOf(readLab(file, own), own);
  if (subject?.translation) {
    writeFileSync(japanese, withDigests(skeleton.japanese(request), freshMarks(subject, subject.translation)));
  }

  const said = [file, japanese].map((each) => message('new.written', { path: relative(context.cwd, each) }));
  // Nobody is told that a text is translated which is not: lint says so, too.
  const title = message('new.untitled', { path: relative(context.cwd, japanese) });
  if (request.titleJa === request.title) said.push(title);
  for (const each of [...said, message('new.next', { lab: options.folder === undefined ? request.id : path })]) {
    context.stdout.write(`${say(context.language, each)}\n`);
  }
  return exitCodes.done;
};
