import { askedColumn } from './columns.ts';
import { isFiller } from './filler.ts';
import { type Kind, reading } from './kind.ts';
import { bare } from './plain.ts';
import { said } from './said.ts';
import { withoutSource } from './source.ts';
import { jsonFields } from './tools/fields.ts';
import { toolRows } from './tools/read.ts';

/** `/web` of an inspect, `pod/web` and `pod web` of kubectl, `nginx:latest` of an image are the name alone. */
const short = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\/|^(?:pods?|deployments?(?:\.apps)?|services?|nodes?|namespaces?)\//, '')
    .replace(/^(?:docker\.io\/)?library\//, '')
    .replace(/:latest$/, '');

const nameIn = (word: string): string | undefined =>
  isFiller(word) || !/^\/?[A-Za-z0-9][\w./:@-]*$/.test(word) ? undefined : short(word);

const isId = (text: string): boolean => /^(?:[0-9a-f]{12}|[0-9a-f]{64})$/.test(text);

/** A name or an id of something: a container, an image, a Pod, a node. */
export const name: Kind = {
  read: (given, asked) => {
    const text = withoutSource(given);
    const column = askedColumn(asked, 'name');
    const rows = jsonFields(text) ?? toolRows(text);
    const found = rows.flatMap((each) => each.get(column) ?? each.get('id') ?? []);
    if (found.length > 0) return reading(found.map(short));
    const whole = bare(text);
    if (!/\s/.test(whole) && nameIn(whole) !== undefined) return reading([short(whole)]);
    const all = said(text, { value: nameIn, name: () => undefined, column }, asked);
    // `docker ps` shows an id beside each name.
    const named = asked.expected.some((each) => isId(each)) ? [] : all.values.filter((each) => !isId(each));
    return named.length > 0 ? reading(named, all.others) : all;
  },
  // An id is known by its first twelve digits, as `docker ps` shows them.
  same: (value, wanted) => {
    const right = short(wanted);
    return value === right || (/^[0-9a-f]{64}$/.test(right) && value.length >= 12 && right.startsWith(value));
  },
};
