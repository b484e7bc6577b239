import { message } from '../../words/message.ts';
import type { Lab } from '../lab.ts';
import { callsIn } from '../shell/calls.ts';
import { isRecord } from '../value.ts';
import type { Rule } from './rule.ts';
import { programIn } from './script/missingTool.ts';

/** Programs that a step waits for to be run in a container. */
const awaited = ({ checks }: Lab['steps'][number]): readonly string[] =>
  checks.flatMap((use) => (use.kind === 'check' && use.check === 'docker/did' ? programsIn(use.params.exec) : []));

const programsIn = (exec: unknown): readonly string[] => (isRecord(exec) ? [exec.program].flat().map(String) : []);

/** A script that does itself what another check of its step waits for the learner to do. */
export const ownAction: Rule = {
  id: 'own-action',
  about: message('lint.own-action.about'),
  look: ({ lab, source, scripts }) =>
    scripts.flatMap(({ tree, path }) => {
      const step = lab.steps[Number(path[1])];
      const programs = step ? awaited(step) : [];
      return callsIn(tree).flatMap(({ node, name, args }) => {
        const program = name === 'docker' ? programIn(args) : undefined;
        if (program === undefined || !programs.includes(program)) return [];
        const characters = { from: node.pos, to: node.end };
        return [source.diagnose('own-action', path, message('lint.own-action', { program }), { characters })];
      });
    }),
};
