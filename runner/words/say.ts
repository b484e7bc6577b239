import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Language, Message } from './message.ts';

const catalogs = { en, ja };

/** How the learner called this program, and so what they can type: a checkout has no `seatrial` on the PATH. */
const called = process.env.npm_lifecycle_event === 'start' ? 'npm start --' : 'seatrial';

/** Puts a message into words. A value that it lacks reads as "undefined", which `seatrial test` looks for. */
export function say(language: Language, message: Message): string {
  const words = catalogs[language][message.id] as (values: Message['values']) => string;
  return words(message.values).replaceAll('`seatrial ', `\`${called} `);
}
