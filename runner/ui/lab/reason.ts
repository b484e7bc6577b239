import type { Language } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { WorldError } from '../../world/world.ts';

/** What an error says to people. */
export function reasonOf(error: unknown, language: Language): string {
  if (error instanceof WorldError) return say(language, error.explanation);
  return error instanceof Error ? error.message : String(error);
}
