import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newSessionId } from '../../journal/folder.ts';
import { attachments } from '../../lab/files.ts';
import type { LabIn } from '../../lab/lab.ts';
import { Interrupted } from '../../prove/interrupted.ts';
import { lineTypist } from '../../typist/lineTypist.ts';
import { watch } from '../../typist/watched.ts';
import { lineByLine as tellLines } from '../../ui/plain/lineByLine.ts';
import { systemClock } from '../../verdict/clock.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Machine } from '../../world/machine/machine.ts';
import type { ClusterAsked } from '../clusterAsked.ts';
import { type CommandContext, exitCodes } from '../context.ts';
import { onInterrupt } from '../interrupt.ts';
import { telling } from '../telling.ts';
import { workplace } from '../workplace.ts';
import { openJournaledSession } from './journaledSession.ts';
import type { Learned } from './learn.ts';

/**
Lets whoever has no terminal work on a lab: each line of the input is typed into the shell of a fresh machine; what the shell shows and
what is judged goes to standard error. At the end of the input the machine is removed; it is never one that somebody else works on.
*/
export async function lineByLine(
  context: CommandContext,
  { labs, existing }: ClusterAsked & { readonly labs: LabIn },
): Promise<Learned> {
  const { language, stderr } = context;
  const lab = labs[language];
  stderr.write(`${say(language, message('learned.no-terminal'))}\n`);
  const { machines } = await workplace(context, [lab], existing);
  const { controller, release } = onInterrupt();
  const id = newSessionId();
  const folder = mkdtempSync(join(tmpdir(), 'seatrial-session-'));
  try {
    const { signal } = controller;
    const machine = await telling(context, (tell) =>
      machines.create({
        ...{ session: id, lab: lab.id, language, signal, tell },
        ...{ needs: lab.needs, files: attachments(lab) },
      }),
    );
    try {
      return await workOn({ context, labs, id, folder, machine, signal: controller.signal });
    } finally {
      await machine.remove();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    release();
  }
}

type Work = {
  readonly context: CommandContext;
  readonly labs: LabIn;
  readonly id: string;
  readonly folder: string;
  readonly machine: Machine;
  readonly signal: AbortSignal;
};

async function workOn({ context, labs, id, folder, machine, signal }: Work): Promise<Learned> {
  const { language, stdin, stderr } = context;
  const lab = labs[language];
  const fault = Promise.withResolvers<never>();
  const opened = openJournaledSession({ id, labs, language, machine, folder, onFault: fault.reject });
  const { session } = opened;
  const watched = watch(session, { clock: systemClock, signal, fault: fault.promise, gone: machine.gone });
  const write = (text: string) => void stderr.write(`${text}\n`);
  const stopTelling = tellLines({ labs, language, session, write });
  const leaving = new AbortController();
  const stopListening = machine.onSaid(({ words }) => words[0] === 'leave' && leaving.abort());
  const solutions: string[] = [];
  const stopTyping = session.subscribe((event) => {
    if (event.type === 'solution.typed') solutions.push(...event.commands.split('\n'));
  });
  const isOver = () => session.state().finished || leaving.signal.aborted;
  const end = async (interrupted: boolean): Promise<Learned> => {
    stopTelling();
    stopListening();
    stopTyping();
    await opened.close('remove');
    const { finished } = session.state();
    const code = interrupted ? exitCodes.interrupted : finished ? exitCodes.done : exitCodes.notFinished;
    return { code, ended: interrupted, session: { id, lab, events: opened.events(), interrupted } };
  };

  try {
    await Promise.all([
      machine.load(lab.images),
      watched.until(({ state }) => state.steps[0]?.status === 'open', 60_000),
    ]);
    const typist = await lineTypist(machine, watched, write, language);
    const type = async (text: string): Promise<void> => {
      await typist.type(text);
      await watched.settled();
    };
    try {
      for await (const line of createInterface({ input: stdin, terminal: false, signal })) {
        await type(line);
        while (solutions.length > 0 && !isOver()) await type(solutions.shift() ?? '');
        if (isOver()) break;
      }
      signal.throwIfAborted();
      return await end(false);
    } finally {
      typist.close();
    }
  } catch (error) {
    const ended = await end(true);
    if (error instanceof Interrupted) return ended;
    throw error;
  }
}
