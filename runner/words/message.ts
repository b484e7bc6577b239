import type { en } from './en.ts';

export type Language = 'en' | 'ja';

type Catalog = typeof en;
export type MessageId = keyof Catalog;
/** Of a sentence that needs no values. */
export type BareId = { [I in MessageId]: Catalog[I] extends () => string ? I : never }[MessageId];
type ValuesOf<I extends MessageId> = Catalog[I] extends (values: infer V) => string ? V : never;

/** A sentence that is not yet in any language: its id and its values, as the journal keeps it. */
export type Message = {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string | number>>;
};

/** Makes a message; the type check knows which values each id needs. */
export function message<I extends MessageId>(
  id: I,
  ...values: Catalog[I] extends () => string ? [] : [ValuesOf<I>]
): Message {
  return { id, values: (values[0] ?? {}) as Message['values'] };
}

/** Text that has no id of its own: what a check script printed, what an engine said. */
export const verbatim = (text: string): Message => ({ id: 'verbatim', values: { text } });

/** Whether this is such a text: the same in every language. */
export const isVerbatim = ({ id }: Message): boolean => id === 'verbatim';
