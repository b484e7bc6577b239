import { posix } from 'node:path';
import { askedColumn } from './columns.ts';
import { isFiller } from './filler.ts';
import { type Kind, reading } from './kind.ts';
import { said } from './said.ts';
import { toolRows } from './tools/read.ts';

/** `/etc//nginx/` is `/etc/nginx`. Upper and lower case differ. */
const canonical = (path: string): string => {
  const plain = posix.normalize(path.replace(/^file:\/\//, ''));
  return plain.length > 1 ? plain.replace(/\/$/, '') : plain;
};

/** A word with a slash; `grep -n` puts the line's number behind it. */
function pathIn(word: string): string | undefined {
  const path = word.replace(/(?<=\w):\d+(?::.*)?$|(?<=[\w/]):$/g, '');
  return /^(?:file:\/\/)?(?:\/|~\/|\.{1,2}\/|[\w.-]+\/)[\w./@+:~-]*$|^\/$/.test(path) ? canonical(path) : undefined;
}

const fileIn = (word: string): string | undefined =>
  !isFiller(word) && /^[\w.-]*\w$/.test(word) ? canonical(word) : undefined;

/** The path of a file or a folder. */
export const path: Kind = {
  read: (text, asked) => {
    const column = askedColumn(asked, 'path');
    const found = toolRows(text).flatMap((each) => each.get(column) ?? []);
    if (found.length > 0) return reading(found.map(canonical));
    // A path within quotes may have blanks.
    const quoted = /^["']((?:\/|~\/|\.)[^"']*)["']$/.exec(text)?.[1];
    if (quoted !== undefined) return reading([canonical(quoted)]);
    const signs = { name: () => undefined, column };
    const paths = said(text, { ...signs, value: pathIn }, asked);
    return paths.values.length > 0 ? paths : said(text, { ...signs, value: fileIn }, asked);
  },
  same: (value, wanted) => value === canonical(wanted.trim()),
};
