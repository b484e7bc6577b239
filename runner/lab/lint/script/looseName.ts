import { message } from '../../../words/message.ts';
import { type Call, callsIn, lineOf, lists } from '../../shell/calls.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

const pattern = ({ args }: Call): string | undefined => args.find((each) => !each.startsWith('-'));

const isExact = ({ args }: Call, wanted: string): boolean =>
  args.some((each) => /^-[a-zA-Z]*[xw]|^--(?:line|word)-regexp$/.test(each)) || /[$^]|\\b|\\[<>]/.test(wanted);

function inGrep(call: Call): readonly Finding[] {
  const wanted = pattern(call);
  const of = call.pipe.slice(0, call.place).find((each) => lists(lineOf(each)));
  if (!/^[ef]?grep$/.test(call.name) || wanted === undefined || !of || isExact(call, wanted)) return [];
  if (!/^[\w${}.-]+$/.test(wanted)) return [];
  const { pos, end } = call.node;
  return [{ message: message('lint.loose-name', { name: wanted, listing: lineOf(of) }), pos, end }];
}

/** Docker's `name=` filter is a regular expression that matches anywhere in the name. */
function inFilter(call: Call): readonly Finding[] {
  if (call.name !== 'docker') return [];
  return call.words.flatMap((word, index): readonly Finding[] => {
    const [, name] = /^(?:--filter=|-f=?)?["']?name=(.*?)["']?$/.exec(word.value) ?? [];
    const option = call.words[index - 1]?.value ?? '';
    const isFilter = /^(?:--filter=|-f)/.test(word.value) || option === '--filter' || option === '-f';
    if (!name || !isFilter || /[$]$/.test(name)) return [];
    return [{ message: message('lint.loose-filter', { name }), pos: word.pos, end: word.end }];
  });
}

/** The container `web` is looked for, and `webserver` is found. */
export const looseName: ScriptRule = {
  id: 'loose-name',
  about: message('lint.loose-name.about'),
  wrong: ['docker ps | grep -q web', 'test -n "$(docker ps -q --filter name=web)"'],
  right: [
    "docker ps --format '{{.Names}}' | grep -qx web",
    'test -n "$(docker ps -q --filter \'name=^web$\')"',
    "docker ps --format '{{.Names}} {{.Status}}' | grep -q '^web Up'",
  ],
  look: ({ tree }) => callsIn(tree).flatMap((call) => [...inGrep(call), ...inFilter(call)]),
};

/** The container that is meant is the newest, the first, the only one: until there are two. */
export const guessedContainer: ScriptRule = {
  id: 'guessed-container',
  about: message('lint.guessed-container.about'),
  wrong: ['docker inspect "$(docker ps -lq)"', 'id=$(docker ps -q | head -1)\ntest "$id"'],
  right: ['docker inspect "$first"'],
  look: ({ tree }) =>
    callsIn(tree).flatMap(({ node, name, args, pipe, place }): readonly Finding[] => {
      const line = lineOf(node);
      const newest =
        /^docker (?:ps|container (?:ls|list|ps))\b/.test(line) &&
        args.some((each) => /^-[a-z]*[ln]|^--l(?:ast|atest)/.test(each));
      const before = pipe[place - 1];
      const cut =
        ['head', 'tail'].includes(name) && args.some((each) => /^-(?:n ?)?1$/.test(each) || each === '1') && before;
      const picked = cut && lists(lineOf(before)) ? `${lineOf(before)} | ${line}` : newest ? line : undefined;
      if (picked === undefined) return [];
      return [{ message: message('lint.guessed-container', { command: picked }), pos: node.pos, end: node.end }];
    }),
};
