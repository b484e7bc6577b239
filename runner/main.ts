import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CommandContext, type ExitCode, exitCodes } from './commands/context.ts';
import { languageOf } from './words/language.ts';

/** The oldest Node that everything here runs on; its major version. */
const oldest = 22;
const isOld = Number(process.versions.node.split('.')[0]) < oldest;

// A Node that is too old has no such function; it is told so below.
if (!isOld) enableCompileCache();
// The engine's client uses an old function of Node's; a learner can do nothing about it.
process.noDeprecation = true;

const root = fileURLToPath(new URL('..', import.meta.url));
const argv = process.argv.slice(2);

/** Only what stands before a bare `--` is ours. The locale decides unless `--lang` does. */
function askedLanguage(): string | undefined {
  const own = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined);
  const asked = own.flatMap((word, i) =>
    word === '--lang' ? (own[i + 1] ?? []) : (word.match(/^--lang=(.*)/)?.[1] ?? []),
  );
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return asked.at(-1) ?? [LC_ALL, LC_MESSAGES, LANG].find((each) => each);
}

const opened = new Map<'stdout' | 'stderr', NodeJS.WriteStream>();

/** Opened when it is first written to: opening one costs more than the help's words do. */
function stream(name: 'stdout' | 'stderr'): NodeJS.WriteStream {
  const known = opened.get(name);
  if (known) return known;
  const found = process[name];
  // A reader that has seen enough, such as `head`, is no mistake.
  found.on('error', (error: NodeJS.ErrnoException) => {
    // A command that has a machine to put away hears of it as of a terminal that was closed.
    if (error.code === 'EPIPE' && process.emit('SIGHUP', 'SIGHUP')) return;
    process.exit(error.code === 'EPIPE' ? 1 : 70);
  });
  opened.set(name, found);
  return found;
}

async function leave(code: ExitCode): Promise<void> {
  // What is written to a pipe is flushed before the process goes.
  for (const each of opened.values()) await new Promise((flushed) => each.write('', flushed));
  process.exit(code);
}

/** npm goes to the checkout before it starts the program, and says where that was typed (docs.npmjs.com/cli/commands/npm-run). */
function typedIn(): string {
  const { npm_lifecycle_event: event, INIT_CWD: before } = process.env;
  return event === 'start' && before && resolve(process.cwd()) === resolve(root) ? before : process.cwd();
}

const context: CommandContext = {
  language: languageOf(askedLanguage()),
  env: process.env,
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return stream('stdout');
  },
  get stderr() {
    return stream('stderr');
  },
  root,
  cwd: typedIn(),
};

async function fail(error: unknown): Promise<void> {
  const { explain } = await import('./commands/fail.ts');
  const { text, code } = await explain(error, context.language, Boolean(process.env.SEATRIAL_DEBUG));
  if (text) stream('stderr').write(`${text}\n`);
  await leave(code);
}

process.on('uncaughtException', fail);
// What a run that was called off still waits for is called off with it; the run itself tells so.
process.on('unhandledRejection', (error) =>
  error instanceof Error && error.name === 'Interrupted' ? undefined : fail(error),
);

async function tellOld(): Promise<void> {
  const [{ say }, { message }] = await Promise.all([import('./words/say.ts'), import('./words/message.ts')]);
  const given = { found: process.versions.node, oldest, command: `${root}bin/seatrial` };
  stream('stderr').write(`${say(context.language, message('commands.old-node', given))}\n`);
  await leave(exitCodes.machine);
}

try {
  if (isOld) await tellOld();
  if (argv.length === 0 && process.stdin.isTTY && process.stdout.isTTY) {
    // The home screen takes a moment to be loaded.
    await (await import('./ui/splash.ts')).splash(context);
  }
  const { execute } = await import('./commands/program.ts');
  const version: string = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).version;
  await leave(await execute(argv, { context, version }));
} catch (error) {
  await fail(error);
}
