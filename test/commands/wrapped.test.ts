import { expect, test } from 'vitest';
import { wrapped, wrappedQuestion } from '../../runner/commands/wrapped.ts';
import { widthOf } from '../../runner/ui/text/width.ts';
import { type Language, message } from '../../runner/words/message.ts';
import { say } from '../../runner/words/say.ts';

const shown = [message('trust.about', { paths: 'docker/notes' }), message('existing.makes')];

test.each<Language>(['en', 'ja'])(
  'what a learner is asked about is broken between words at 80 columns (%s)',
  (language) => {
    for (const each of shown) {
      const words = say(language, each);
      const lines = wrapped(words, { columns: 80 }).split('\n');
      expect(lines.map(widthOf).filter((width) => width > 80)).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(/\s/g, ''));
    }
    const said = say('en', message('trust.about', { paths: 'docker/notes' }));
    const words = new Set(said.split(/\s+/));
    expect(
      wrapped(said, { columns: 80 })
        .split(/\s+/)
        .filter((word) => !words.has(word)),
    ).toEqual([]);
  },
);

test('what is indented goes on indented', () => {
  expect(wrapped('Made:\n  two namespaces', { columns: 13 })).toBe('Made:\n  two\n  namespaces');
});

test('a prompt has room for its mark', () => {
  expect(wrappedQuestion('Do you trust this lab?', { columns: 22 })).toBe('Do you trust this\nlab?');
  expect(wrapped('Do you trust this lab?', { columns: 22 })).toBe('Do you trust this lab?');
});
