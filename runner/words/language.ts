import type { Language } from './message.ts';

/** The language of a locale such as `ja_JP.UTF-8`; English where it is not Japanese. */
export const languageOf = (locale: string | undefined): Language => (/^ja\b|^ja_/i.test(locale ?? '') ? 'ja' : 'en');
