import type { Diagnostic } from '../lab/diagnostic.ts';
import type { Language, Message } from '../words/message.ts';
import { message, verbatim } from '../words/message.ts';
import { say } from '../words/say.ts';
import { WorldError } from '../world/world.ts';
import { type ExitCode, exitCodes } from './context.ts';

/** The command was typed in a way that it does not take. */
export class UsageError extends Error {
  readonly explanation: Message;
  readonly next: readonly Message[];

  constructor(explanation: Message, ...next: readonly Message[]) {
    super(explanation.id);
    this.name = 'UsageError';
    this.explanation = explanation;
    this.next = next;
  }
}

/** The lab's files are wrong: its author's fault. */
export class LabError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((each) => each.code).join(', '));
    this.name = 'LabError';
    this.diagnostics = diagnostics;
  }
}

export type Failure = { readonly text: string; readonly code: ExitCode };

/** What to tell about an error, what to do next, and whose fault it is: the one place that decides. */
export async function explain(error: unknown, language: Language, debug: boolean): Promise<Failure> {
  const words = (...messages: readonly Message[]) => messages.map((each) => say(language, each)).join('\n');

  if (error instanceof UsageError) return { text: words(error.explanation, ...error.next), code: exitCodes.wrongUse };

  if (error instanceof LabError) {
    const { draw, drawCount } = await import('../lab/draw.ts');
    const drawn = error.diagnostics.map((each) => draw(each, language));
    return { text: [...drawn, drawCount(error.diagnostics, language)].join('\n\n'), code: exitCodes.lab };
  }

  if (error instanceof WorldError) {
    const stack = debug ? [verbatim(String(error.cause instanceof Error ? error.cause.stack : error.stack))] : [];
    if (error.blame === 'lab') return { text: words(error.explanation, ...stack), code: exitCodes.lab };
    if (error.blame === 'machine') {
      // What is wrong with somebody's own cluster is not to be seen on this computer; its messages say what to type.
      const next = ['foreign', 'cluster-gone'].includes(error.code) ? [] : [message('commands.see-doctor')];
      return { text: words(error.explanation, ...next, ...stack), code: exitCodes.machine };
    }
    return { text: words(error.explanation, message('commands.bug-next'), ...stack), code: exitCodes.ours };
  }

  // Inquirer's prompts end with these on Ctrl-C and when they are called off.
  if (error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'AbortError'].includes(error.name)) {
    return { text: '', code: exitCodes.interrupted };
  }

  const text = error instanceof Error ? error.message || error.name : String(error);
  const stack = debug ? [verbatim(String(error instanceof Error ? error.stack : error))] : [];
  return {
    text: words(message('commands.bug', { text }), message('commands.bug-next'), ...stack),
    code: exitCodes.ours,
  };
}
