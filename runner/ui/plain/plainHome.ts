import { createInterface } from 'node:readline';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { HomeChoice, HomeEntry, HomeRequest } from '../contract.ts';
import { stateOf } from '../home/homeLayout.ts';
import { clean } from '../text/clean.ts';

/** The labs as numbered lines; a number and Enter opens one, `l` is the other language, `q` or the end of input quits. */
export async function askPlainHome({ stdin, stdout, entries, notices, language }: HomeRequest): Promise<HomeChoice> {
  const lines = createInterface({ input: stdin, output: stdout, terminal: false });
  let now = language;
  const ask = () => stdout.write(`${list(entries[now], now)}\n${say(now, message('screen.plain.choose'))} `);
  for (const notice of notices) stdout.write(`\n! ${clean(notice)}`);
  ask();
  try {
    for await (const line of lines) {
      const word = line.trim().toLowerCase();
      const chosen = word === '' ? entries[now][0] : entries[now][Number(word) - 1];
      if (word === 'q') return { type: 'quit' };
      if (word === 'l') now = now === 'en' ? 'ja' : 'en';
      else if (chosen) return { type: 'open', lab: chosen.id, language: now };
      ask();
    }
    return { type: 'quit' };
  } finally {
    lines.close();
  }
}

function list(entries: readonly HomeEntry[], language: HomeRequest['language']): string {
  if (entries.length === 0) return `\n${say(language, message('screen.home.none'))}`;
  return entries
    .map((each, index) => {
      const minutes = say(language, message('screen.home.minutes', { count: each.minutes }));
      return `\n${index + 1}. ${each.title} (${stateOf(each, language)}, ${minutes}, ${each.engine})`;
    })
    .join('');
}
