import { message } from '../../../words/message.ts';
import { callsIn, lineOf } from '../../shell/calls.ts';
import type { ScriptRule } from './scriptRule.ts';

const acts =
  /^(?:docker (?:container |image |network |volume )?(?:run|create|start|stop|restart|kill|rm|rmi|pause|unpause|rename|update|pull|build|tag|commit|load|import|prune|connect|disconnect)|docker compose(?: -\S+)* (?:up|down|run|rm|create|start|stop|restart|build|pull)|kubectl (?:apply|create|delete|run|scale|patch|edit|label|annotate|set|expose))\b/;

/** A check that changes what it looks at. Its own events wake it again, for ever. */
export const scriptActs: ScriptRule = {
  id: 'script-acts',
  about: message('lint.script-acts.about'),
  wrong: ['docker start "$web"', 'test "$(docker run --rm linux cat /etc/hostname)" = web'],
  right: ['test "$(docker inspect -f \'{{.Config.Hostname}}\' "$web")" = web'],
  look: ({ tree }) =>
    callsIn(tree).flatMap(({ node }) =>
      acts.test(lineOf(node))
        ? [{ message: message('lint.script-acts', { command: lineOf(node) }), pos: node.pos, end: node.end }]
        : [],
    ),
};
