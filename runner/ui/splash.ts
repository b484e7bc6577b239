import type { Language } from '../words/message.ts';
import { plainWanted } from './plainWanted.ts';

type Splash = {
  readonly stdout: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
};

/** The first words, before anything else is loaded: they stand where the first frame will be drawn over them, or line by line on a line of their own. */
export async function splash({ stdout, env, language }: Splash): Promise<void> {
  const { screen } = await (language === 'ja' ? import('../words/ja/screen.ts') : import('../words/en/screen.ts'));
  stdout.write(`${screen['screen.splash']()}${plainWanted(env) ? '\n' : '\r'}`);
}
