import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export type KindRun = {
  /** 127 where the program could not be started. */
  readonly code: number;
  /** All that it wrote. */
  readonly said: string;
};

type Given = {
  /** The program's path. */
  readonly kind: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly args: readonly string[];
  readonly input: string;
  readonly onLine: (line: string) => void;
  readonly signal: AbortSignal;
};

/** How long what kind has started may take to end once kind itself was ended, in ms. */
const patience = 10_000;

/**
Runs kind to its end. Where the signal says so kind is ended first; then this resolves once all that it had started has
ended too, so that no node is made behind the back of whoever clears up. `onEnding` is called, and waited for, in between.
*/
export function runKind(
  { kind, env, args, input, onLine, signal }: Given,
  onEnding: () => Promise<void>,
): Promise<KindRun> {
  // In a process group of its own it does not get the Ctrl-C that is meant for us.
  const child = spawn(kind, args, { env: own(env), stdio: ['pipe', 'pipe', 'pipe', 'pipe'], detached: true });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine(line);
    });
  }
  const killGroup = () => {
    if (child.pid !== undefined) tryKill(-child.pid);
  };
  let late: NodeJS.Timeout | undefined;
  let ending = Promise.resolve();
  const end = () => {
    child.kill('SIGTERM');
    late = setTimeout(killGroup, patience);
    ending = onEnding().catch(() => undefined);
  };
  // What kind starts inherits this pipe: its end is the end of them all.
  const all = child.stdio[3] as Readable | null;
  const allEnded = new Promise<void>((resolve) => (all ? all.on('close', resolve).resume() : resolve()));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, said: error.message }));
    child.on('close', async (code) => {
      signal.removeEventListener('abort', end);
      await Promise.all([allEnded, ending]);
      clearTimeout(late);
      resolve({ code: code ?? 1, said: lines.join('\n') });
    });
    child.stdin.on('error', () => undefined).end(input);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** The environment without what would have kind do something else: the learner's kubeconfig, other networks and runtimes. */
function own(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'KUBECONFIG' && !name.startsWith('KIND_')));
}
