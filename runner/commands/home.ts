import { sessions, stateFolder } from '../journal/folder.ts';
import type { LabTitle } from '../lab/title.ts';
import type { HomeEntry } from '../ui/contract.ts';
import { plainWanted } from '../ui/plainWanted.ts';
import { type Language, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, type CommandContext, type ExitCode, exitCodes } from './context.ts';
import { catalogLabs, openLab } from './labs.ts';
import type { HomeOptions } from './options.ts';
import { unusedNotices } from './run/unused.ts';
import { rememberReady, wasReady } from './setup/readyStamp.ts';
import { standingIn } from './standing.ts';
import { titles } from './titles.ts';

/** The labs, to choose one and work on it, again and again; without a terminal the first lab is played. */
export const home: Command<HomeOptions> = async (context, { plain = false }) => {
  if (!context.stdin.isTTY || !context.stdout.isTTY) {
    const [first] = catalogLabs(context);
    if (!first) {
      context.stdout.write(`${say(context.language, message('home.none'))}\n`);
      return exitCodes.done;
    }
    return (await import('./run/playOut.ts')).playOut(context, { labs: first });
  }
  if (!wasReady(context)) {
    // What a cluster takes is made when the first lab asks for one.
    const labs = catalogLabs(context).filter(({ en }) => en.needs.kubernetes === undefined);
    const images = ['machine', ...new Set(labs.flatMap(({ en }) => en.images))];
    const { engine } = await (await import('./setup/prepare.ts')).prepare({ ...context, images });
    rememberReady(context, engine.endpoint);
  }
  return visit(context, plain);
};

async function visit(context: CommandContext, plain: boolean): Promise<ExitCode> {
  const labs = titles(context);
  const entries = { en: entriesOf(context, labs, 'en'), ja: entriesOf(context, labs, 'ja') };
  const notices = unusedNotices(context);
  const choice = plainWanted(context.env, { plain })
    ? await (await import('../ui/mount.ts')).openPlainHome({ ...context, entries, notices })
    : await (await import('../ui/mount.ts')).openHome({ ...context, entries, notices });
  if (choice.type === 'quit') return choice.interrupted ? exitCodes.interrupted : exitCodes.done;
  const chosen = labs.find((each) => each.id === choice.lab);
  const inLanguage = { ...context, language: choice.language };
  if (chosen) {
    const { learn } = await import('./run/learn.ts');
    const { code, ended } = await learn(inLanguage, { labs: openLab(chosen.file, context), plain, ask: false });
    if (ended) return code;
  }
  return visit(inLanguage, plain);
}

function entriesOf(context: CommandContext, labs: readonly LabTitle[], language: Language): readonly HomeEntry[] {
  const known = sessions(stateFolder(context.env));
  return labs.map(({ id, track, minutes, engine, steps, title }) => {
    const { state, begun } = standingIn(known, id);
    return {
      ...{ id, track, minutes, engine, title: title[language], state },
      ...(begun && { progress: { done: begun.stepsEnded, steps } }),
    };
  });
}
