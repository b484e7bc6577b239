/** A line of text being typed; the cursor counts characters as people see them. */
export type Field = { readonly characters: readonly string[]; readonly cursor: number };

export const emptyField: Field = { characters: [], cursor: 0 };

export const textOf = (field: Field): string => field.characters.join('');

export type FieldKey = 'backspace' | 'delete' | 'left' | 'right' | 'home' | 'end' | 'clear';

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Inserts what was typed or pasted, as one line. */
export function insert({ characters, cursor }: Field, text: string): Field {
  const line = text.replace(/[\r\n\t]+/g, ' ').replace(/[\x00-\x1f\x7f]/g, '');
  const typed = [...graphemes.segment(line)].map((each) => each.segment);
  return {
    characters: [...characters.slice(0, cursor), ...typed, ...characters.slice(cursor)],
    cursor: cursor + typed.length,
  };
}

export function edit(field: Field, key: FieldKey): Field {
  const { characters, cursor } = field;
  const without = (index: number) => characters.filter((_, each) => each !== index);
  switch (key) {
    case 'backspace':
      return cursor > 0 ? { characters: without(cursor - 1), cursor: cursor - 1 } : field;
    case 'delete':
      return { characters: without(cursor), cursor };
    case 'left':
      return { characters, cursor: Math.max(0, cursor - 1) };
    case 'right':
      return { characters, cursor: Math.min(characters.length, cursor + 1) };
    case 'home':
      return { characters, cursor: 0 };
    case 'end':
      return { characters, cursor: characters.length };
    case 'clear':
      return emptyField;
  }
}
