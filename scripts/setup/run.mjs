// Runs a program to its end, its lines handed on as they come.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @param {{ stdio?: 'inherit', onLine?: (line: string) => void }} options and those of spawn
 * @returns {Promise<{ code: number, lines: string[] }>} exit status, 127 where it could not start, and the last 200 lines
 */
export function run(program, args, { onLine = () => {}, ...options }) {
  return new Promise((done) => {
    const lines = [];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (lines.length > 200) lines.shift();
        onLine(line);
      });
    }
    child.on('error', (error) => done({ code: 127, lines: [error.message] }));
    child.on('close', (code, signal) => done({ code: code ?? (signal === 'SIGINT' ? 130 : 1), lines }));
  });
}
