import { expect, test } from 'vitest';
import { draw } from '../../runner/lab/draw.ts';
import { parseLab } from '../../runner/lab/parse.ts';
import { file, known, tiny } from './labs.ts';

const drawn = (text: string) => parseLab(text, file, known).diagnostics.map((each) => draw(each, 'en'));

test('a diagnostic shows place, sentence, line and the nearest name', () => {
  expect(drawn(tiny.replace('docker/did-exec', 'docker/did-exce'))).toEqual([
    `labs/docker/tiny/lab.yaml:16:9  unknown-check
  There is no check "docker/did-exce".

  16 |       - docker/did-exce: { container: "\${first}", program: [ps, top] }
     |         ^^^^^^^^^^^^^^^
  Did you mean docker/did-exec?`,
  ]);
});

test('carets stand under wide characters', () => {
  const lines = drawn(tiny.replace('needs: { docker: {} }', 'needs: { 日本: 1, docker: {} }'))[0]?.split('\n') ?? [];
  expect(lines.slice(3, 5)).toEqual(['  6 | needs: { 日本: 1, docker: {} }', '    |          ^^^^']);
});

test('a long line is shown around what is meant', () => {
  const [only = ''] = drawn(tiny.replace('title: A tiny lab', `title: ${'x'.repeat(500)}\nminuts: ${'y'.repeat(500)}`));
  expect(Math.max(...only.split('\n').map((line) => line.length))).toBeLessThan(120);
});
