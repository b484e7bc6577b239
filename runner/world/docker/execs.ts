import type { EngineEvent } from './events.ts';
import type { Exec, ExecTime } from './model.ts';

/** What the engine knows of an exec: "Inspect an exec instance" in its API reference. It forgets one some minutes after its end. */
export type Inspected = {
  readonly Pid: number;
  readonly ExitCode: number | null;
  readonly Running: boolean;
  readonly ProcessConfig: { readonly entrypoint: string; readonly arguments?: readonly string[] | null };
};

type Sources = {
  /** Undefined where the engine knows none of this id any more. */
  readonly inspect: (id: string, signal?: AbortSignal) => Promise<Inspected | undefined>;
  /** Whether somebody called the API to start it, and what the engine wrote down where it could not be started. */
  readonly asked: (id: string) => boolean;
  readonly failure: (id: string) => string | undefined;
};

type Noted = Omit<Exec, 'asked'> & {
  /** Nothing more is to be learned of it. */
  readonly whole: boolean;
};

/** The part of an exec's event after its name: `exec_start: ps -ef`. */
const wordsOf = (action: string): readonly string[] =>
  (/^exec_\w+: ?([\s\S]*)$/.exec(action)?.[1] ?? '').split(' ').filter(Boolean);

/** Programs that were started in running containers: from the engine's events, and by its own account of each. */
export function execLog({ inspect, asked, failure }: Sources) {
  const execs = new Map<string, Noted>();

  const learn = async (exec: Noted, signal?: AbortSignal): Promise<void> => {
    const found = await inspect(exec.id, signal);
    // Its end may have been heard of meanwhile.
    const noted = execs.get(exec.id) ?? exec;
    if (!found) return void execs.set(exec.id, { ...noted, whole: true });
    const { Pid, ExitCode, Running, ProcessConfig } = found;
    const isFailed = !Running && Pid === 0 && ExitCode !== null;
    const isOver = !Running && (noted.endedAt !== undefined || isFailed);
    execs.set(exec.id, {
      ...noted,
      args: [ProcessConfig.entrypoint, ...(ProcessConfig.arguments ?? [])],
      ...(Pid > 0 && { pid: Pid }),
      ...(isOver && ExitCode !== null && { exitCode: ExitCode }),
      // Of one that nobody waits for, the engine writes nothing down.
      ...(isFailed && noted.endedAt === undefined && { error: failure(exec.id) ?? '' }),
      whole: isOver,
    });
  };

  return {
    apply(event: EngineEvent): void {
      const id = event.attributes.execID ?? '';
      const begun = execs.get(id);
      if (event.action.startsWith('exec_start') && !begun)
        execs.set(id, {
          ...{ id, container: event.id, args: wordsOf(event.action), at: event.at, whole: false },
        });
      if (event.action === 'exec_die' && begun)
        execs.set(id, { ...begun, exitCode: Number(event.attributes.exitCode ?? 0), endedAt: event.at, whole: false });
    },

    /** When each was begun, and ended, without asking the engine. */
    times: (): readonly ExecTime[] => [...execs.values()],

    /** Those from this time on, oldest first, as the engine knows them now. */
    async since(since: number, signal?: AbortSignal): Promise<readonly Exec[]> {
      const ids = [...execs.values()].filter(({ at }) => at >= since).map(({ id }) => id);
      const open = ids.flatMap((id) => execs.get(id) ?? []).filter(({ whole }) => !whole);
      // One that goes on has nothing new to tell once its PID is known.
      await Promise.all(
        open
          .filter(({ pid, endedAt }) => pid === undefined || endedAt !== undefined)
          .map((each) => learn(each, signal)),
      );
      return ids
        .flatMap((id) => execs.get(id) ?? [])
        .map(({ whole: _, ...exec }) => {
          const error = failure(exec.id) ?? exec.error;
          return { ...exec, asked: asked(exec.id), ...(error !== undefined && { error }) };
        });
    },
  };
}
