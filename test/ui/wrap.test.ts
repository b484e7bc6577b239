import { expect, test } from 'vitest';
import { span } from '../../runner/ui/text/line.ts';
import { widthOf } from '../../runner/ui/text/width.ts';
import { wrap } from '../../runner/ui/text/wrap.ts';

const lines = (text: string, columns: number): readonly string[] =>
  wrap([span(text)], columns).map((line) => line.map((each) => each.text).join(''));

const japanese =
  'コンテナの中の`sleep`は、PID 1（最初のプロセス）です。「外」から見ると、別のPIDになっています。Ctrl-P、Ctrl-Qの順に押してください。';

test('breaks between words, and drops the blank there', () => {
  expect(lines('Start a container in the background', 12)).toEqual(['Start a', 'container in', 'the', 'background']);
});

test('a word that is too long is cut, and none of it is lost', () => {
  const id = 'a'.repeat(64);
  expect(lines(`ID ${id} ends`, 20).join('').replaceAll(' ', '')).toBe(`ID${id}ends`);
  for (const line of lines(`ID ${id} ends`, 20)) expect(widthOf(line)).toBeLessThanOrEqual(20);
});

test.each([20, 21, 28, 33, 40, 76])(
  'Japanese in %i columns fits, and its lines begin and end as they may',
  (columns) => {
    const all = lines(japanese, columns);
    expect(all.join('').replaceAll(' ', '')).toBe(japanese.replaceAll(' ', ''));
    for (const line of all) {
      expect(widthOf(line)).toBeLessThanOrEqual(columns);
      expect(line).not.toMatch(/^[、。）」ー]/);
      expect(line).not.toMatch(/[（「]$/);
    }
  },
);

test('a particle stays with its word', () => {
  for (const columns of [12, 14, 16, 20]) {
    for (const line of lines('コンテナをイメージから作成する', columns)) expect(line).not.toMatch(/^[をから]/);
  }
});

test('a particle stays with its Latin word, what is counted with its number, and the halves of a verb together', () => {
  const text =
    'nginxにとっての/etc/nginx/nginx.confを、shellから読み取ります。PID 1はpauseです。子プロセス2個は設定を読み直します。';
  for (const columns of [24, 28, 33, 43, 60]) {
    for (const line of lines(text, columns)) {
      expect(line).not.toMatch(/^(?:に|を|か|は|です|個)/);
      expect(line).not.toMatch(/読み$/);
    }
    expect(lines(text, columns).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});

test('what follows a comma or a full stop is not part of the word before it', () => {
  const text = 'プロセス名前空間を共有しません。それぞれのコンテナで試してください。';
  for (const columns of [20, 28, 33, 43]) for (const line of lines(text, columns)) expect(line).not.toMatch(/^せん/);
});

test('a katakana word stays whole where another break fits', () => {
  const text = 'docker attachでアタッチし、デタッチキーを押すと「デタッチされている」状態になります。';
  for (const columns of [20, 28, 33, 43, 60]) {
    for (const line of lines(text, columns)) expect(line).not.toMatch(/デ$/);
    expect(lines(text, columns).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});
