import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Env } from './engine/engine.ts';
import { withoutNpm } from './environment.ts';

export type ProgramResult = {
  /** 127 where the program could not be started. */
  readonly code: number;
  readonly tail: readonly string[];
};

export type ProgramOptions = {
  readonly env: Env;
  readonly cwd?: string;
  readonly onLine?: (line: string) => void;
  /** Takes the standard output whole; without it, it is handed on as lines like the standard error. */
  readonly onOutput?: (output: Readable) => void;
};

const kept = 12;

/** Runs a program to its end and hands on its lines as they come. Returns its exit status and its last lines. */
export function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const tail: string[] = [];
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      env: { ...withoutNpm(options.env), LC_ALL: 'C.UTF-8' },
    });
    options.onOutput?.(child.stdout);
    for (const input of options.onOutput ? [child.stderr] : [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        if (line.trim()) tail.push(line);
        if (tail.length > kept) tail.shift();
        options.onLine?.(line);
      });
    }
    child.on('error', (error) => {
      tail.push(error.message);
      resolve({ code: 127, tail });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, tail }));
  });
}
