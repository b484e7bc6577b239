import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Language, Message } from './message.ts';

const catalogs = { en, ja };

/** Puts a message into words. A value that it lacks reads as "undefined", which `seatrial test` looks for. */
export function say(language: Language, message: Message): string {
  const words = catalogs[language][message.id] as (values: Message['values']) => string;
  return words(message.values);
}

export { languageOf } from './language.ts';
