import { type Language, message } from '../words/message.ts';
import { say } from '../words/say.ts';

/** The first words, before Ink is loaded: they stand where the first frame will be drawn over them. */
export function splash(stdout: NodeJS.WriteStream, language: Language): void {
  stdout.write(`${say(language, message('screen.splash'))}\r`);
}
