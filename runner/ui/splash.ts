import type { Language } from '../words/message.ts';

/** The first words, before anything else is loaded: they stand where the first frame will be drawn over them. */
export async function splash(stdout: NodeJS.WriteStream, language: Language): Promise<void> {
  const { screen } = await (language === 'ja' ? import('../words/ja/screen.ts') : import('../words/en/screen.ts'));
  stdout.write(`${screen['screen.splash']()}\r`);
}
