import type { Report } from '../../infra/progress/report.ts';
import { type Language, type Message, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { elapsed, left } from './bar.ts';

/** Whole lines, for a pipe, a log and a screen reader: begun, each further quarter, done. */
export function plainReport(stream: NodeJS.WritableStream, language: Language): Report {
  const write = (line: string) => void stream.write(`${line}\n`);
  const words = (id: Message) => say(language, id);
  let later: readonly Message[] = [];
  return {
    plan: (titles) => {
      later = titles;
    },
    note: (sentence) => write(words(sentence)),
    async task(title, work) {
      const begun = performance.now();
      later = later.filter((each) => words(each) !== words(title));
      const then =
        later.length > 0 ? `  (${words(message('setup.later', { titles: later.map(words).join(', ') }))})` : '';
      write(`${words(title)} …${then}`);
      let quarter = 0;
      const took = () => elapsed(performance.now() - begun);
      try {
        const result = await work({
          line: () => {},
          progress: (done, total) => {
            const now = Math.floor((done / total) * 4);
            const more = left(performance.now() - begun, done, total);
            const then = more === undefined ? '' : `  ${words(message('setup.left', { time: elapsed(more) }))}`;
            if (now > quarter && now < 4) write(`  ${now * 25} %  ${took()}${then}`);
            quarter = Math.max(quarter, now);
          },
        });
        write(`✔ ${words(title)}  ${took()}`);
        return result;
      } catch (error) {
        write(`✖ ${words(title)}  ${took()}`);
        throw error;
      }
    },
  };
}
