import type { LabIn } from '../../lab/lab.ts';
import type { RunOutcome } from '../../prove/event.ts';
import { Interrupted } from '../../prove/interrupted.ts';
import { type Message, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../context.ts';
import { watchLab } from '../dev/watchFiles.ts';
import { explain, LabError } from '../fail.ts';
import { onInterrupt } from '../interrupt.ts';
import { inspectLab } from '../labs.ts';
import { codeOf } from './codeOf.ts';
import { type Due, dueAfter } from './due.ts';
import { watchKeys } from './watchKeys.ts';

export type Round = { readonly due: ReadonlyMap<LabIn, Due>; readonly signal: AbortSignal };

type Watching = {
  readonly context: CommandContext;
  readonly labs: readonly LabIn[];
  /** Proves what is due. `superseded`: how it ends is of no interest any more. */
  readonly prove: (round: Round, superseded: () => boolean) => Promise<RunOutcome>;
};

/**
Proves labs, and from then on whatever changes in their files, until somebody ends it. A change while something is being proven calls that
off and begins anew. Resolves with what the last run came to.
*/
export async function watchLabs({ context, labs: given, prove }: Watching): Promise<ExitCode> {
  const { language, stderr, stdin } = context;
  const tell = (words: Message) => stderr.write(`${say(language, words)}\n`);
  const labs = new Map(given.map((each) => [each.en.file, each]));
  const due = new Map<string, Due>(given.map(({ en }) => [en.file, 'whole']));
  /** Files of labs, and whether something beside the lab itself has changed. */
  const changed = new Map<string, boolean>();
  const { controller: over, release } = onInterrupt();
  let round: AbortController | undefined;
  let wake = Promise.withResolvers<void>();
  let code: ExitCode = exitCodes.done;

  const again = () => {
    round?.abort(new Interrupted());
    wake.resolve();
  };
  const note = (file: string, attached: boolean) => {
    changed.set(file, attached || (changed.get(file) ?? false));
    again();
  };
  const stops = [...labs.keys()].map((file) =>
    watchLab(
      file,
      ({ attached }) => note(file, attached),
      (error) => over.abort(error),
    ),
  );
  const letGo = watchKeys(stdin, {
    a: () => {
      for (const file of labs.keys()) due.set(file, 'whole');
      again();
    },
    q: () => over.abort(new Interrupted()),
  });
  over.signal.addEventListener('abort', () => {
    round?.abort(new Interrupted());
    wake.resolve();
  });

  const read = async (file: string, attached: boolean): Promise<void> => {
    const before = labs.get(file);
    const { lab, diagnostics } = inspectLab(file, context);
    if (!before) return;
    if (lab) {
      labs.set(file, lab);
      // Where the last run could not tell, nothing is known of the steps that are the same.
      const next = dueAfter(before, lab, due.get(file), attached || code === exitCodes.machine);
      tell(next.words);
      if (next.due) due.set(file, next.due);
      return;
    }
    tell(message('watch.broken', { lab: before.en.id }));
    const failure = await explain(new LabError(diagnostics), language, false);
    stderr.write(`${failure.text}\n`);
    code = failure.code;
    due.delete(file);
  };

  const proveDue = async (): Promise<void> => {
    const own = new AbortController();
    round = own;
    const wanted = [...due].flatMap(([file, what]) => {
      const lab = labs.get(file);
      return lab ? [[lab, what] as const] : [];
    });
    const superseded = () => own.signal.aborted && !over.signal.aborted;
    const outcome = await prove({ due: new Map(wanted), signal: own.signal }, superseded);
    round = undefined;
    // Not before it has ended: what is under way is drawn in place, and would be drawn over this.
    if (superseded()) {
      tell(message('watch.again'));
      return;
    }
    code = codeOf(outcome);
    due.clear();
  };

  const wait = async (): Promise<void> => {
    const ids = [...labs.values()].map(({ en }) => en.id);
    tell(message('watch.waiting', { count: ids.length, labs: ids.join(', ') }));
    if (stdin.isTTY) tell(message('watch.keys'));
    await wake.promise;
  };

  try {
    while (!over.signal.aborted) {
      wake = Promise.withResolvers();
      const news = [...changed];
      changed.clear();
      for (const [file, attached] of news) await read(file, attached);
      if (due.size > 0) await proveDue();
      if (due.size === 0 && changed.size === 0 && !over.signal.aborted) await wait();
    }
  } finally {
    for (const stop of stops) stop();
    letGo();
    release();
  }
  const { reason }: { readonly reason: unknown } = over.signal;
  if (!(reason instanceof Interrupted)) throw reason;
  return code;
}
