import { message } from '../../../words/message.ts';
import { callsIn } from '../../shell/calls.ts';
import type { ScriptRule } from './scriptRule.ts';

/** `grep -v` and `! grep` taken for "is not there". */
export const absenceByGrep: ScriptRule = {
  id: 'absence-by-grep',
  about: message('lint.absence-by-grep.about'),
  wrong: ["docker ps --format '{{.Names}}' | grep -v '^web$'", "! docker ps --format '{{.Names}}' | grep -q '^web$'"],
  right: ["names=$(docker ps --format \"{{.Names}}\") || exit 2\n[[ $'\\n'$names$'\\n' != *$'\\nweb\\n'* ]]"],
  look: ({ tree }) =>
    callsIn(tree).flatMap(({ name, args, node, pipe, place, negated, substituted }) => {
      if (!['grep', 'egrep', 'fgrep'].includes(name) || place < pipe.length - 1) return [];
      const inverted = args.some((each) => /^-[a-zA-Z]*v|^--invert-match$/.test(each));
      if (inverted && !substituted)
        return [{ message: message('lint.absence-inverted'), pos: node.pos, end: node.end }];
      return negated ? [{ message: message('lint.absence-negated'), pos: node.pos, end: node.end }] : [];
    }),
};
