import {
  defineCheck,
  type Exec,
  message,
  type ProgramRun,
  passed,
  pending,
  type Verdict,
  type World,
  z,
} from '../../../runner/api.ts';
import { missing, program } from '../command.ts';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);

const params = z.strictObject({
  container: z.string().describe('Which container: an id or a name, or a fact such as `${first}`.'),
  program: oneOrMore.describe('The program that must have run inside it; any of them if there are several.'),
  beside: z.array(z.string()).default([]).describe('Programs that may well run there, too: of them nothing is said.'),
  call: z
    .enum(['top', 'changes', 'archive', 'logs'])
    .array()
    .default([])
    .describe('Calls about this container that show the same: `docker top`, `diff`, `cp`, `logs`.'),
});

type Params = z.infer<typeof params>;

type Evidence = {
  readonly name: string;
  readonly running: boolean;
  /** Programs that ran inside, oldest first; the command line where the engine gave one. */
  readonly ran: readonly { readonly commandLine: string; readonly exitCode?: number; readonly at: number }[];
  readonly calls: readonly { readonly call: string; readonly at: number }[];
  /** Names of other containers in which it ran. */
  readonly elsewhere: readonly string[];
  readonly onMachine: boolean;
};

const names = ({ program }: Params): readonly string[] => (typeof program === 'string' ? [program] : program);

/** A program ran inside a container since the step opened, by `docker exec` or typed in a shell inside. */
export const didExec = defineCheck<Params, Evidence>({
  name: 'docker/did-exec',
  about:
    'Since the step opened, a program ran inside this container: by `docker exec`, or in an interactive shell inside it.',
  params,
  wakesOn: ['docker.exec.die', 'docker.exec_die', 'docker.api', 'program', 'shell.command'],
  // That a program ran inside is told on another way than that its `docker exec` has ended.
  settles: true,

  async observe(world, wanted, { since, signal }) {
    const found = await world.docker.container(wanted.container, signal);
    const id = found?.id ?? wanted.container;
    const isWanted = (commandLine: string) => calls(commandLine, names(wanted));
    const opened = found?.state === 'running' ? await world.docker.programRuns(id, names(wanted), 0) : [];
    const execs = world.docker.execs(since);
    const within = world.docker.execs(0).filter((each) => each.container === id);
    const watched = typed(opened, within).filter(({ at }) => at >= since);
    const others = new Set(
      execs.filter((each) => each.container !== id && isWanted(each.commandLine)).map((each) => each.container),
    );
    return {
      name: found?.name ?? world.docker.remembered(id)?.name ?? wanted.container,
      running: found?.state === 'running',
      ran: [
        ...execs.filter((each) => each.container === id).map((each) => ({ ...each, exitCode: ended(each, world) })),
        ...watched.map((each) => ({ commandLine: each.program, exitCode: 0, at: each.at })),
      ]
        .toSorted((one, other) => one.at - other.at)
        .map(({ commandLine, exitCode, at }) => ({ commandLine, ...(exitCode !== undefined && { exitCode }), at })),
      calls: callsAbout(world.docker.calls(since), [id, found?.name ?? id], wanted.call),
      elsewhere: [...others].map((other) => world.docker.remembered(other)?.name ?? other.slice(0, 12)),
      onMachine: world.shell
        .commands(since)
        .some((each) => names(wanted).includes(each.line.trim().split(/\s+/)[0] ?? '')),
    };
  },

  judge(evidence, wanted): Verdict {
    const { name } = evidence;
    const wantedName = names(wanted)[0] ?? '';
    const right = evidence.ran.find((each) => calls(each.commandLine, names(wanted)) && !missing(each.exitCode));
    if (right) return passed(message('exec.done', { name, what: right.commandLine.trim() }), { at: right.at });
    const [made] = evidence.calls;
    if (made) {
      const { call, at } = made;
      const looked = message('exec.looked', { name, what: `docker ${verbs[call] ?? call}` });
      return passed(call === 'top' ? message('exec.top', { name }) : looked, { at });
    }
    if (!evidence.running) return pending(message('exec.not-running', { name }), { attempt: true });

    const hint = message('exec.hint', { name });
    // A shell that is open has run nothing else yet.
    const last = evidence.ran.findLast((each) => each.exitCode !== undefined && !isBeside(each.commandLine, wanted));
    if (last && missing(last.exitCode)) {
      const words = { name, program: program(last.commandLine.split(' ')[0] ?? ''), code: last.exitCode };
      return pending(message('exec.no-program', words), { attempt: true });
    }
    if (last)
      return pending(message('exec.other', { name, actual: last.commandLine.trim(), program: wantedName }), {
        attempt: true,
      });
    const other = evidence.elsewhere[0];
    if (other) return pending(message('exec.elsewhere', { name, other, program: wantedName }));
    if (evidence.onMachine)
      return pending(message('exec.on-machine', { name, program: wantedName }), { attempt: true, hint });
    return pending(message('exec.none', { name, program: wantedName }));
  },
});

/** How much later than an exec's end it may be told that its program was opened, in ms. */
const late = 500;

/** Openings of a program that no exec of the same program accounts for. */
function typed(opened: readonly ProgramRun[], execs: readonly Exec[]): readonly ProgramRun[] {
  const owned = execs.map(({ commandLine, at, endedAt = Number.POSITIVE_INFINITY }) =>
    opened.find((each) => calls(commandLine, [program(each.program)]) && each.at >= at && each.at <= endedAt + late),
  );
  return opened.filter((each) => !owned.includes(each));
}

const isBeside = (commandLine: string, { beside }: Params): boolean => calls(commandLine, beside);

/** How an exec ended. Of one that could not be started no event tells, only its client's end does. */
const ended = ({ exitCode, at }: Exec, { shell }: World): number | undefined => {
  const client = shell.commands(at)[0];
  return exitCode ?? (missing(client?.exitCode) ? client.exitCode : undefined);
};

const verbs: Readonly<Record<string, string>> = { changes: 'diff', archive: 'cp', logs: 'logs' };

/** Whether a command line calls one of the programs, by any path. What a shell inside calls is seen as a program's run. */
const calls = (commandLine: string, programs: readonly string[]): boolean =>
  programs.includes(program(commandLine.trim().split(/\s+/)[0] ?? ''));

function callsAbout(
  made: readonly { readonly path: string; readonly at: number }[],
  references: readonly string[],
  wanted: readonly string[],
): Evidence['calls'] {
  return made.flatMap(({ path, at }) => {
    const [, kind, reference, call] = path.split('/');
    const ours =
      kind === 'containers' &&
      reference &&
      references.some((each) => each === reference || (reference.length > 3 && each.startsWith(reference)));
    return ours && call && wanted.includes(call) ? [{ call, at }] : [];
  });
}
