// One line that moves in a terminal; a line at each step's start and end elsewhere.
import { words } from './words.mjs';

const frames = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const bar = (done, total) => `${'█'.repeat((done / total) * 20)}${'░'.repeat(20 - Math.floor((done / total) * 20))}`;

export function showProgress(stream, env) {
  const moving = stream.isTTY && env.TERM !== 'dumb' && env.NO_COLOR === undefined;
  return {
    /** Shows a step under way, and what comes after it. */
    step(title, later) {
      const begun = performance.now();
      let part = '';
      let turn = 0;
      const draw = () => {
        const frame = frames[turn++ % frames.length];
        const text = `${frame} ${title}  ${part}${seconds(begun)}`;
        stream.write(`\r\x1b[K${text}\n\x1b[K  ${words.later(later)}\x1b[1A\r`);
      };
      const end = (line) => {
        clearInterval(timer);
        stream.write(moving ? `\r\x1b[J${line}\n` : `${line}\n`);
      };
      const timer = moving ? setInterval(draw, 100) : undefined;
      if (moving) draw();
      else stream.write(`${title} … (${words.later(later)})\n`);
      return {
        progress(done, total) {
          part = `${bar(done, total)} ${done}/${total}  `;
        },
        done: () => end(`✔ ${title}  ${seconds(begun)}`),
        failed: (reason) => end(`✖ ${title}  ${seconds(begun)}\n\n${reason}`),
      };
    },
  };
}
