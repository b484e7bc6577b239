import type { Redirection } from 'unbash';
import { message } from '../../../words/message.ts';
import { callsIn, isClient, lineOf } from '../../shell/calls.ts';
import type { ScriptRule } from './scriptRule.ts';

const toNowhere = (each: Redirection): boolean =>
  each.type === 'Redirect' && each.target?.value === '/dev/null' && each.operator.includes('>');

function silencesErrors(redirects: readonly Redirection[]): boolean {
  const nowhere = redirects.filter(toNowhere);
  const both = nowhere.some((each) => each.type === 'Redirect' && each.operator.startsWith('&'));
  const number = (each: Redirection) =>
    each.descriptor?.type === 'FileDescriptor' ? each.descriptor.value : undefined;
  const errors = nowhere.some((each) => number(each) === 2);
  const output = nowhere.some((each) => number(each) === undefined || number(each) === 1);
  const follows = redirects.some(
    (each) => each.type === 'Redirect' && each.operator === '>&' && number(each) === 2 && each.target?.value === '1',
  );
  return both || errors || (output && follows);
}

/** An engine that does not answer looks like a learner who has done nothing. */
export const unreadErrors: ScriptRule = {
  id: 'unread-errors',
  about: message('lint.unread-errors.about'),
  wrong: ['docker inspect web > /dev/null 2>&1', 'test "$(kubectl get pod web -o name 2> /dev/null)"'],
  right: ['id=$(docker ps -q --filter \'name=^web$\') || exit 2\ntest "$id"'],
  look: ({ tree }) =>
    callsIn(tree).flatMap(({ node, name }) =>
      isClient(name) && silencesErrors(node.redirects)
        ? [{ message: message('lint.unread-errors', { command: lineOf(node) }), pos: node.pos, end: node.end }]
        : [],
    ),
};
