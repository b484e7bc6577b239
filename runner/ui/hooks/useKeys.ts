import { type Key, useInput, usePaste } from 'ink';
import type { Press } from '../panel/press.ts';

/** Rows to move by (less than 0: up), or a page. */
export type Move = number | 'up' | 'down';

/** What is pressed while the panel has the keys; arrows up and down and the page keys move the text. */
export function useKeys(press: (key: Press) => void, move: (by: Move) => void): void {
  useInput((text, key) => {
    const by = moveOf(key);
    if (by !== undefined) return move(by);
    const one = pressOf(text, key);
    if (one.name !== undefined) return press(one);
    // Keys pressed quickly come in one piece: `42` and Enter.
    for (const { segment } of graphemes.segment(text))
      press(isEnter(segment) ? { text: '', name: 'enter' } : { text: segment });
  });
  usePaste((text) => press({ text }));
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const isEnter = (text: string): boolean => text === '\r' || text === '\n' || text === '\r\n';

function moveOf(key: Key): Move | undefined {
  if (key.upArrow) return -1;
  if (key.downArrow) return 1;
  if (key.pageUp) return 'up';
  if (key.pageDown) return 'down';
  return undefined;
}

function pressOf(text: string, key: Key): Press {
  const name = nameOf(text, key);
  return name === undefined ? { text } : { text, name };
}

function nameOf(text: string, key: Key): string | undefined {
  if (key.return) return 'enter';
  if (key.escape) return 'escape';
  if (key.backspace) return 'backspace';
  if (key.delete) return 'delete';
  if (key.leftArrow) return 'left';
  if (key.rightArrow) return 'right';
  if (key.home) return 'home';
  if (key.end) return 'end';
  if (key.tab) return 'tab';
  if (!key.ctrl && !key.meta) return undefined;
  return { a: 'home', e: 'end', u: 'clear', c: 'escape', d: 'delete', b: 'left', f: 'right' }[text] ?? 'other';
}
