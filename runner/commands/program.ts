import { Argument, Command, CommanderError, Option } from 'commander';
import type { commands } from '../words/en/commands.ts';
import type { Language } from '../words/message.ts';
import { type CommandContext, type ExitCode, exitCodes } from './context.ts';
import type {
  CleanOptions,
  DevOptions,
  DoctorOptions,
  HomeOptions,
  ImagesOptions,
  LintOptions,
  ListOptions,
  NewOptions,
  RunOptions,
  TestOptions,
} from './options.ts';

type Setting = { readonly context: CommandContext; readonly version: string };

/** Runs what the command line asks for. Rejects with `UsageError` where it cannot be understood. */
export async function execute(argv: readonly string[], setting: Setting): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const words = await descriptions(setting.context.language);
  const root = program({ ...setting, words, ended: (how) => (code = how) });

  try {
    await root.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw (await import('./wrongUse.ts')).wrongUse(error, root, argv);
  }

  return code;
}

type Words = typeof commands;
/** A message that needs no values. */
type Plain = { [I in keyof Words]: Words[I] extends () => string ? I : never }[keyof Words];

const headings: Readonly<Record<string, Plain>> = {
  'Usage:': 'commands.usage',
  'Arguments:': 'commands.heading-arguments',
  'Options:': 'commands.heading-options',
  'Commands:': 'commands.heading-commands',
};

/** The words of the help, and nothing else: every other message is loaded by who says it. */
async function descriptions(language: Language): Promise<(id: Plain) => string> {
  const { commands } = await (language === 'ja'
    ? import('../words/ja/commands.ts')
    : import('../words/en/commands.ts'));
  return (id) => commands[id]();
}

/** An option that may be given more than once. */
const several = (each: string, all: readonly string[] = []): readonly string[] => [...all, each];

type Parts = Setting & {
  readonly words: (id: Plain) => string;
  readonly ended: (code: ExitCode) => void;
};

/** The command line. Each command's code is loaded when it is called, so that `--help` loads none. */
function program({ context, version, words, ended }: Parts): Command {
  const root = new Command('seatrial')
    .exitOverride()
    .configureOutput({ writeOut: (text) => context.stdout.write(text), writeErr: () => {}, outputError: () => {} })
    .configureHelp({ styleTitle: (title) => (headings[title] ? words(headings[title]) : title) })
    .helpOption('-h, --help', words('commands.option-help'))
    .helpCommand(false)
    .description(words('commands.about'))
    .usage('[options] [command]')
    .argument('[command]')
    .addOption(new Option('--lang <language>', words('commands.option-lang')).choices(['en', 'ja']))
    .option('--plain', words('commands.run-plain'))
    .version(version, '-V, --version', words('commands.option-version'))
    .addHelpText('after', `\n${words('commands.after-help')}`)
    .action(async (given: string | undefined) => {
      if (given !== undefined) return (await import('./wrongUse.ts')).unknownCommand(given, root);
      const options: HomeOptions = root.opts<HomeOptions>();
      ended(await (await import('./home.ts')).home(context, options));
    });

  const verb = (name: string, about: Plain) => root.command(name).description(words(about));

  verb('run', 'commands.run')
    .argument('<lab>', words('commands.run-lab'))
    .option('--plain', words('commands.run-plain'))
    .option('--json', words('commands.run-json'))
    .option('--report <name[=file]>', words('commands.run-report'), several)
    .option('--trust', words('commands.option-trust'))
    .option('--context <name>', words('commands.option-context'))
    .option('--trust-cluster', words('commands.option-trust-cluster'))
    .action(async (lab: string, options: Omit<RunOptions, 'lab'>) => {
      ended(await (await import('./run.ts')).run(context, { ...root.opts<HomeOptions>(), ...options, lab }));
    });

  verb('dev', 'commands.dev')
    .argument('<lab>', words('commands.run-lab'))
    .option('--trust', words('commands.option-trust'))
    .addHelpText('after', () => `\n${words('commands.dev-keys')}`)
    .action(async (lab: string, options: Omit<DevOptions, 'lab'>) => {
      ended(await (await import('./dev.ts')).dev(context, { ...options, lab }));
    });

  verb('list', 'commands.list')
    .option('--json', words('commands.option-json'))
    .action(async (options: ListOptions) => {
      ended(await (await import('./list.ts')).list(context, options));
    });

  verb('test', 'commands.test')
    .argument('[labs...]', words('commands.labs'))
    .option('--jobs <count>', words('commands.test-jobs'))
    .option('--step <step>', words('commands.test-step'))
    .option('--repeat <count>', words('commands.test-repeat'))
    .option('--bail', words('commands.test-bail'))
    .option('--timeout <seconds>', words('commands.test-timeout'))
    .option('--keep', words('commands.test-keep'))
    .option('--watch', words('commands.test-watch'))
    .option('--mutate', words('commands.test-mutate'))
    .option('--attack', words('commands.test-attack'))
    .option('--attempts <file>', words('commands.test-attempts'))
    .option('--report <name[=file]>', words('commands.test-report'), several)
    .option('--json', words('commands.option-json'))
    .option('--trust', words('commands.option-trust'))
    .option('--context <name>', words('commands.option-context'))
    .option('--trust-cluster', words('commands.option-trust-cluster'))
    .action(async (labs: string[], options: Omit<TestOptions, 'labs'>) => {
      ended(await (await import('./test.ts')).test(context, { ...options, labs }));
    });

  verb('lint', 'commands.lint')
    .argument('[labs...]', words('commands.labs'))
    .addOption(
      new Option('--format <format>', words('commands.lint-format'))
        .choices(['plain', 'github', 'json'])
        .default('plain'),
    )
    .option('--json', words('commands.option-json'))
    .option('--fix', words('commands.lint-fix'))
    .action(async (labs: string[], { json, ...options }: Omit<LintOptions, 'labs'> & { readonly json?: boolean }) => {
      ended(await (await import('./lint.ts')).lint(context, { ...options, ...(json && { format: 'json' }), labs }));
    });

  verb('new', 'commands.new')
    .argument('[id]', words('commands.new-id'))
    .option('--track <track>', words('commands.new-track'))
    .option('--folder <path>', words('commands.new-folder'))
    .option('--title <title>', words('commands.new-title'))
    .option('--title-ja <title>', words('commands.new-title-ja'))
    .addOption(new Option('--engine <engine>', words('commands.new-engine')).choices(['docker', 'kubernetes']))
    .option('--minutes <minutes>', words('commands.new-minutes'))
    .action(async (id: string | undefined, options: Omit<NewOptions, 'id'>) => {
      ended(await (await import('./new.ts')).newLab(context, { ...options, ...(id !== undefined && { id }) }));
    });

  verb('doctor', 'commands.doctor')
    .option('--json', words('commands.option-json'))
    .action(async (options: DoctorOptions) => {
      ended(await (await import('./doctor.ts')).doctor(context, options));
    });

  verb('images', 'commands.images')
    .addArgument(new Argument('[action]', words('commands.images-action')).choices(['list', 'build', 'remove']))
    .argument('[names...]', words('commands.images-names'))
    .option('--json', words('commands.option-json'))
    .action(async (action: ImagesOptions['action'], given: string[], options: { json?: boolean }) => {
      const wanted = { ...options, names: given, ...(action && { action }) };
      ended(await (await import('./images.ts')).images(context, wanted));
    });

  verb('clean', 'commands.clean')
    .option('-y, --yes', words('commands.clean-yes'))
    .option('--json', words('commands.option-json'))
    .action(async (options: CleanOptions) => {
      ended(await (await import('./clean.ts')).clean(context, options));
    });

  return root;
}
