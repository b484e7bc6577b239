import type { Report } from '../../infra/progress/report.ts';
import { type Language, type Message, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { bar, elapsed, left } from './bar.ts';
import { fit, fitBefore, titleOf } from './fit.ts';

const frames = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const green = '\x1b[32m';
const red = '\x1b[31m';
const dim = '\x1b[2m';
const plain = '\x1b[0m';

/** Three lines that move: what is under way and how far, what its tool says, what is still to come. Ended tasks stay above. */
export function terminalReport(stream: NodeJS.WriteStream, language: Language): Report {
  const words = (id: Message) => say(language, id);
  const columns = () => Math.max(20, (stream.columns || 80) - 1);
  let later: readonly Message[] = [];
  return {
    plan: (titles) => {
      later = titles;
    },
    note: (sentence) => void stream.write(`${words(sentence)}\n`),
    async task(title, work) {
      const begun = performance.now();
      later = later.filter((each) => words(each) !== words(title));
      let turn = 0;
      const { title: short, more } = titleOf(words(title), columns() - 2);
      let line = more;
      let far = { done: 0, total: 0 };
      const took = () => elapsed(performance.now() - begun);
      const how = () => {
        const { done, total } = far;
        if (total === 0) return took();
        const rest = left(performance.now() - begun, done, total);
        const then = rest === undefined ? '' : `  ${words(message('setup.left', { time: elapsed(rest) }))}`;
        return `${bar(done, total, 20)} ${Math.round((done / total) * 100)} %  ${took()}${then}`;
      };
      const draw = () => {
        const frame = frames[turn++ % frames.length];
        const head = `${frame} ${fitBefore(short, `  ${how()}`, columns() - 2)}`;
        const then = later.length > 0 ? words(message('setup.later', { titles: later.map(words).join(', ') })) : '';
        const rest = [line, then].map((text) => `${dim}  ${fit(text, columns() - 2)}${plain}`);
        stream.write(`\r\x1b[J${[head, ...rest].join('\n')}\x1b[2A\r`);
      };
      const end = (mark: string) =>
        void stream.write(`\r\x1b[J${mark} ${fitBefore(short, `  ${took()}`, columns() - 2)}\n`);
      draw();
      const timer = setInterval(draw, 100);
      try {
        const result = await work({
          line: (text) => {
            line = text;
          },
          progress: (done, total) => {
            far = { done, total };
          },
        });
        end(`${green}✔${plain}`);
        return result;
      } catch (error) {
        end(`${red}✖${plain}`);
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}
