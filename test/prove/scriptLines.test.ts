import { expect, test } from 'vitest';
import type { Finding } from '../../runner/prove/event.ts';
import { atLabLines } from '../../runner/prove/scriptLines.ts';
import { message } from '../../runner/words/message.ts';

const output = 'bash: line 2: dockr: command not found\nbash: line 12: x: unbound variable';
const finding: Finding = {
  by: 'run',
  status: 'errored',
  because: message('script.failed', { code: 127, output }),
  blame: 'lab',
  evidence: { kind: 'observed', observed: { exitCode: 127, output } },
};
const position = { file: '/labs/docker/notes/lab.yaml', line: 31, column: 9 };

test("bash's lines are told as those of the lab file", () => {
  const moved = 'lab.yaml:33: dockr: command not found\nlab.yaml:43: x: unbound variable';
  expect(atLabLines(finding, { kind: 'script', run: 'true\ndockr ps\n', position })).toEqual({
    ...finding,
    because: message('script.failed', { code: 127, output: moved }),
    evidence: { kind: 'observed', observed: { exitCode: 127, output: moved } },
  });
});

test('a script of one line stands beside its key', () => {
  const single = { ...finding, because: message('script.failed', { code: 127, output: 'bash: line 1: dockr: x' }) };
  expect(atLabLines(single, { kind: 'script', run: 'dockr ps', position }).because.values.output).toBe(
    'lab.yaml:31: dockr: x',
  );
});

test('what ready-made checks find stays as it is', () => {
  expect(atLabLines(finding, { kind: 'check', check: 'docker/container', params: {}, position })).toBe(finding);
});
