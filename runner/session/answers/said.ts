import type { Asked, Reading } from './kind.ts';
import { reading } from './kind.ts';
import { withOwners } from './owners.ts';
import { alike, literally } from './plain.ts';

/** How a kind knows its values and their names in what people say. */
export type Signs = {
  /** The value that a word is; undefined of any other word. */
  readonly value: (word: string) => string | undefined;
  /** The column that a piece of a sentence names: `its parent is` → `ppid`. */
  readonly name: (text: string) => string | undefined;
  /** What is said right beside a value, which makes it another's, whatever it is called: `3 seconds`, `more than 3`. */
  readonly beside?: (left: string, right: string, name: string | undefined) => string | undefined;
  /** What a value beside the answer may be called in passing: `42 (inside it is 1)`. Alone it says nothing of what is asked. */
  readonly aside?: (text: string) => string | undefined;
  /** Done to a text once those whom it names are known. */
  readonly prepare?: (text: string) => string;
  /** The column that is asked for. */
  readonly column: string;
};

/** How a value is called, for sure or in passing. */
type Label = { readonly name: string | undefined; readonly aside: string | undefined };

type Clause = Label & {
  readonly text: string;
  readonly denied: boolean;
  readonly values: readonly (Label & { readonly value: string })[];
};

/** What follows gives a reason, and is no answer. */
const reason = /\b(?:because|since|as it|as there|reason)\b|なぜなら|理由は|というのも/i;

const beforeReason = (text: string): string => {
  const at = text.search(reason);
  return at > 0 ? text.slice(0, at) : text;
};

const boundary =
  /[,;、。\n(){}[\]"|!?]|\.(?=\s|$)|(?:^|\s)-+>?(?=\s)|=>|→|⇒|\b(?:but|and|or|oder|then)\b|(?=\b(?:not|isn't|never)\b)|(?<=なくて?|なく)|または|もしくは|あるいは|および|(?<=\w) ?[かとや] ?(?=\w)/i;

const alternative = /\b(?:or|either|maybe|perhaps|possibly|if|else|otherwise)\b|または|もしくは|あるいは|かも/i;

const denial =
  /\b(?:not|isn't|aren't|wasn't|never|wrong|except)\b|では?(?:な|あ?り?ませ)|じゃ(?:な|あ?り?ませ)|違|誤|以外|除[いくき]|!=|≠/i;

/** The words of a text: what blanks, brackets and letters of other scripts part. */
export const wordsIn = (text: string): readonly string[] =>
  (text.match(/[^\s"(){}[\],;|<>\u0080-\uffff]+/g) ?? []).map((word) =>
    word.replace(/^['=*]+|^#(?=\d)|['=*:!?.-]+$/g, ''),
  );

/** What a text says, clause by clause: each value with the name that it has there, if any. */
export function said(typed: string, own: Signs, asked: Asked): Reading {
  const { text: marked, ownerIn } = withOwners(typed, own.aside ? (asked.subject?.others ?? []) : []);
  const text = own.prepare?.(marked) ?? marked;
  // `PID of sleep 22222`: under the name that is asked for, and another's all the same.
  const nameIn = (piece: string) => {
    const name = own.name(piece);
    return name === undefined || name === own.column ? (ownerIn(piece) ?? name) : name;
  };
  const signs: Signs = { ...own, name: nameIn };
  const answer = beforeReason(withoutRepeated(text, asked, signs))
    // More or less than a number is another one.
    .replace(/(?:[<>]=|[≤≥]|<(?=[\d.]+(?![\d.]*>)))\s*(?=\d)/g, ' not ')
    // `first → 42`
    .replace(/(?<=[A-Za-z\u3040-\u9fff\ue000-\uf8ff] ?) ?(?:[→⇒]|->|=>) ?(?=\d)/g, ': ')
    // `答え:42`, and `7/42`, which is none of both.
    .replace(/(?<=[\u0080-\uffff])[:=]/g, ' ')
    .replace(/(?<=(?:^|\s)\d+)\/(?=\d+(?:\s|$))/g, ' / ');
  const parts = answer.split(boundary).map((each) => (each ?? '').trim());
  const clauses = joined(
    parts.filter((each) => each !== '').map((each) => clauseOf(each, signs)),
    signs,
  );
  const isOpen = alternative.test(answer);
  const all = clauses.flatMap(({ values, denied }) => (denied && !isOpen ? [] : values));
  // Of alternatives none is the answer, whatever each is called.
  const isAsked = ({ name }: Label) => name === undefined || name === signs.column || isOpen;
  const given = all.filter(isAsked);
  const main = given.findIndex(({ name, aside }) => aside === undefined || name === signs.column);
  const answers = given.filter(({ aside }, index) => isOpen || main < 0 || index <= main || aside === undefined);
  return reading(
    answers.map(({ value }) => value),
    all.flatMap((each) => (each.name === undefined || isAsked(each) ? [] : [{ name: each.name, value: each.value }])),
  );
}

/** `sleep 11111`, where the question says `sleep`: never where that number is all. */
const argument = '(?: \\d+[smhd]?(?=\\D.*\\d)|(?<=\\d(?: ?[|:=→(-]+ ?| )(?:CMD[=:] ?)?[a-z]+) \\d+[smhd]?(?![\\w.]))?';

/** The question's own words, said again, are no value where there is another one. */
function withoutRepeated(text: string, { about = [], near = [], expected }: Asked, signs: Signs): string {
  const isOneOf = (values: readonly string[], words: string) => values.some((each) => alike(each, words));
  const own = about
    .filter((words) => !isOneOf(expected, words))
    .map((words) => (isOneOf(near, words) ? placeCalled(words) : wordsAlone(words)));
  const rest = own.reduce((left, words) => left.replace(words, ' '), text);
  return wordsIn(rest).some((word) => signs.value(word) !== undefined) ? rest : text;
}

const wordsAlone = (words: string): RegExp =>
  new RegExp(`(?<![\\w./@-])${literally(words)}${/^[a-z]+$/.test(words) ? argument : ''}(?![\\w/@-])`, 'g');

/** What the question says and what may also be answered with: its own word only as the place's name. */
const placeCalled = (words: string): RegExp => {
  const own = `["']?${literally(words)}["']?`;
  return new RegExp(
    `\\b(?:in|inside|of|pod|container|image|pod's) (?:the )?(?:pod )?${own}(?![\\w/@-])|(?<![\\w./@-])${own}(?:'s|の)? ?(?:pods?\\b|containers?\\b|image\\b|コンテナ|ポッド)`,
    'gi',
  );
};

function clauseOf(text: string, { value, name, aside, beside }: Signs): Clause {
  const values: (Label & { value: string })[] = [];
  const labelOf = (piece: string): Label => ({ name: name(piece), aside: aside?.(piece) });
  let before = '';
  const words = text.split(/(?<=[\s"<>\u0080-\uffff])|(?=[\u0080-\uffff])/);
  for (const [index, word] of words.entries()) {
    const found = wordsIn(word)
      .map(value)
      .find((each) => each !== undefined);
    if (found === undefined) {
      before += word;
      continue;
    }
    const own = labelOf(before);
    const other = beside?.(before, words.slice(index + 1).join(''), own.name);
    values.push({ ...own, ...(other !== undefined && { name: other }), value: found });
    before = '';
  }
  // `42 is the PID`: what is said behind the only value may name it.
  const [only, ...others] = values;
  const isAlone = only !== undefined && others.length === 0;
  const named = isAlone ? [withLabel(only, labelOf(before))] : values;
  const own = values.length === 0 ? labelOf(text) : unlabelled;
  return { text, denied: denial.test(text), values: named, ...own };
}

const unlabelled: Label = { name: undefined, aside: undefined };

const withLabel = <Value extends Label>(value: Value, { name, aside }: Label): Value => ({
  ...value,
  name: value.name ?? name,
  aside: value.aside ?? aside,
});

/** `parent (204)`, `204 (PPID)`, `it is / not 42`, `42 is / not the PID`: what two clauses say together. */
function joined(clauses: readonly Clause[], { column }: Signs): readonly Clause[] {
  const isLabelled = (each: Clause | undefined) => (each?.name ?? each?.aside) !== undefined;
  // `PPID (204), PID (42)`, or `204 (PPID), 42 (PID)`.
  const isBehind = clauses.findIndex(isLabelled) > clauses.findIndex(({ values }) => values.length > 0);
  return clauses.map((clause, index): Clause => {
    if (clause.values.length === 0) return clause;
    const [before, after] = [clauses[index - 1], clauses[index + 1]];
    if (after !== undefined && /^not(?: really| quite| sure| at all)?$/i.test(after.text))
      return { ...clause, denied: true };
    if (after?.denied && after.values.length === 0 && /\b(?:is|was|are|be)$/.test(clause.text)) {
      return after.name === undefined || after.name === column ? { ...clause, denied: true } : clause;
    }
    const isNamed = clause.values.some(({ name, aside }) => name !== undefined || aside !== undefined);
    const beside = (isBehind ? [after, before] : [before, after]).find(
      (each) => isLabelled(each) && !each?.denied && isOnlyName(each?.text ?? ''),
    );
    if (isNamed || !beside) return clause;
    return { ...clause, values: clause.values.map((each) => withLabel(each, beside)) };
  });
}

const isOnlyName = (text: string): boolean =>
  text.replace(/\b(?:the|its|a|is|of|process)\b|[:='\s]|の|は|が/gi, '').length <= 12 && text.split(' ').length <= 3;
