import { z } from 'zod';
import { en } from '../words/en.ts';
import type { Language } from '../words/message.ts';
import { stays } from './scriptEntry.ts';
import { words } from './stepTexts.ts';
import { factName } from './template.ts';

/** What any check takes besides its own parameters. */
export const checkKeys = z.strictObject({
  as: z
    .string()
    .regex(factName)
    .describe('The name under which what it finds is known to later steps: `${name}`.')
    .optional(),
  same: z
    .string()
    .regex(factName)
    .describe(
      'Beside `as`: the name of an earlier fact whose object it may be as well. Without it, what is found here is never what another fact has.',
    )
    .optional(),
  stays: stays.optional(),
  say: z
    .union([words('What is said, whatever is missing.'), z.record(z.string(), words('What is said.'))])
    .describe(
      "What is said in place of the check's own words where it is not so yet: one text, or a text for each message that is replaced, by the id that `seatrial test --json` shows. `${facts}` of earlier steps are filled in, and `${expected}` and `${actual}`.",
    )
    .optional(),
});

type Given = Readonly<Record<string, unknown>>;

const names = Object.keys(checkKeys.shape);

/** What a lab gives a check, parted: what any check takes, and its own parameters. */
export const partedCheck = (given: Given): { readonly common: Given; readonly params: Given } => ({
  common: Object.fromEntries(Object.entries(given).filter(([key]) => names.includes(key))),
  params: Object.fromEntries(Object.entries(given).filter(([key]) => !names.includes(key))),
});

/** What is said in place of a check's own words, by the id of the message that it replaces; `whatever`: of any. */
export type Says = Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const whatever = '*';

export const messageIds: readonly string[] = Object.keys(en);

/** Each text by the id of the message that it replaces. */
export const sayTexts = (
  say: string | Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> => (typeof say === 'string' ? { [whatever]: say } : (say ?? {}));

export const saysIn = (say: Parameters<typeof sayTexts>[0]): Says | undefined =>
  say === undefined
    ? undefined
    : Object.fromEntries(
        Object.entries(sayTexts(say)).map(([id, text]) => [id, { en: text.trimEnd(), ja: text.trimEnd() }]),
      );
