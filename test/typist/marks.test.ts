import { expect, test } from 'vitest';
import { plainOutput, promptAfter, wantsEnter } from '../../runner/typist/shell/marks.ts';

const mark = (what: string) => `\x1b]7733;19bedd9d;${what}\x07`;
const reading = '\x1b[?2004h';
const prompt = `${reading}\x1b[1;32mroot@lab\x1b[0m:~# `;

test('a command has ended when the shell prompts again', () => {
  const output = `false\r\n\x1b[?2004l\r${mark('C')}${mark('D;1')}${prompt}`;
  expect(promptAfter(output, false)).toEqual({ kind: 'next', exitCode: 1 });
});

test('its mark alone does not mean that the shell reads again', () => {
  expect(promptAfter(`true\r\n\x1b[?2004l\r${mark('C')}${mark('D;0')}`, false)).toBeUndefined();
});

test('a loop, a heredoc or a function goes on behind the second prompt', () => {
  expect(promptAfter(`for i in 1 2\r\n\x1b[?2004l\r${reading}> `, false)).toEqual({ kind: 'rest' });
});

test('a shell inside a container reads by its own prompt', () => {
  const begun = `docker run -it linux sh\r\n\x1b[?2004l\r${mark('C')}`;
  expect(promptAfter(`${begun}Starting …\r\n`, false)).toBeUndefined();
  expect(promptAfter(`${begun}# `, false)).toEqual({ kind: 'program' });
  expect(promptAfter(`${begun}${reading}root@1f2e:/# `, false)).toEqual({ kind: 'program' });
  expect(promptAfter(`${begun}\r\n\r/ # \x1b[J`, false)).toEqual({ kind: 'program' });
  expect(promptAfter('ps\r\n/ # \x1b[6n', true)).toEqual({ kind: 'program' });
});

test('what is typed into a program comes back with its prompt', () => {
  expect(promptAfter('ps', true)).toBeUndefined();
  expect(promptAfter('ps\r\n  PID\r\n    1\r\n# ', true)).toEqual({ kind: 'program' });
  expect(promptAfter(`exit\r\nexit\r\n${mark('D;0')}${prompt}`, true)).toEqual({ kind: 'next', exitCode: 0 });
});

test('output is what the command wrote, not what was typed', () => {
  const colours = '\x1b[32mgreen\x1b[0m\r\n 10%\r100%\r\n';
  const output = `ls\r\n\x1b[?2004l\r${mark('C')}${colours}${mark('D;0')}${prompt}`;
  expect(plainOutput(output)).toBe('green\n100%');
  expect(plainOutput(`do\r\n\x1b[?2004l\r${reading}> `)).toBe('');
});

test('a program that asks for Enter is heard, as long as nothing follows', () => {
  const begun = `kubectl attach -it web\r\n\x1b[?2004l\r${mark('C')}`;
  const asks = "If you don't see a command prompt, try pressing enter.\r\n";
  expect(wantsEnter(`${begun}${asks}`)).toBe(true);
  expect(wantsEnter(`${begun}${asks}\r/ # \x1b[J`)).toBe(false);
  expect(wantsEnter(`${begun}Starting …\r\n`)).toBe(false);
});
