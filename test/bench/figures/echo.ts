import { openTerminal, type TestTerminal } from '../../helpers/terminal.ts';
import type { Figure } from '../figure.ts';
import { startProgram } from '../labOnScreen.ts';
import { wide } from '../setting.ts';
import { inTurn, median } from '../statistics.ts';

const times = 200;

export const echo: Figure = {
  name: 'echo',
  about: "From a key to its echo in a lab's shell.",
  async measure(setting) {
    await using lab = await startProgram(setting, ['run', 'isolated-processes']);
    await lab.prompt();
    await using bash = await openTerminal('bash', ['--norc', '--noprofile', '-i'], { ...wide, env: { PS1: '$ ' } });
    await bash.wait('$');
    const { ours, bare } = await inTurn(times, { ours: keys(lab.terminal), bare: keys(bash) });
    const limit = { of: 'bash on a pty', value: median(bare) };
    return [{ name: 'key → echo', unit: 'ms', ours: median(ours), limit, goal: { kind: 'times', most: 2.5 }, times }];
  },
};

/** Types letter by letter; each line is taken back before it fills its row. */
function keys(terminal: TestTerminal): () => Promise<number> {
  let typed = '';
  return async () => {
    if (typed.length === 40) {
      typed = '';
      const { column } = terminal.cursor();
      terminal.write('\x15');
      await terminal.waitUntil(() => terminal.cursor().column === column - 40, 'the empty line');
    }
    typed += String.fromCharCode('a'.charCodeAt(0) + (typed.length % 26));
    const began = performance.now();
    terminal.write(typed.slice(-1));
    const row = () => terminal.rows()[terminal.cursor().row] ?? '';
    await terminal.waitUntil(() => row().trimEnd().endsWith(` ${typed}`), `the echo of ${typed}`);
    return performance.now() - began;
  };
}
