import { createInterface } from 'node:readline';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { HomeChoice, HomeEntry, HomeRequest } from '../contract.ts';
import { stateOf } from '../home/homeLayout.ts';
import { clean } from '../text/clean.ts';
import { span } from '../text/line.ts';
import { wrap } from '../text/wrap.ts';
import { plainText } from './plainText.ts';

/** The labs as numbered lines; a number and Enter opens one, `l` is the other language, `q` or the end of input quits. */
export async function askPlainHome({ stdin, stdout, entries, notices, language }: HomeRequest): Promise<HomeChoice> {
  const lines = createInterface({ input: stdin, output: stdout, terminal: false });
  let now = language;
  const columns = (stdout.columns || 80) - 1;
  const ask = () => stdout.write(`${list(entries[now], now, columns)}\n${say(now, message('screen.plain.choose'))} `);
  for (const notice of notices) stdout.write(`\n${wrapped(`! ${clean(notice)}`, columns)}`);
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

const wrapped = (text: string, columns: number): string => plainText(wrap([span(text)], columns)).join('\n');

function list(entries: readonly HomeEntry[], language: HomeRequest['language'], columns: number): string {
  if (entries.length === 0) return `\n${wrapped(say(language, message('screen.home.none')), columns)}`;
  return entries
    .map((each, index) => {
      const minutes = say(language, message('screen.home.minutes', { count: each.minutes }));
      const line = `${index + 1}. ${each.title} (${stateOf(each, language)}, ${minutes}, ${each.engine})`;
      return `\n${wrapped(line, columns)}`;
    })
    .join('');
}
