import { type Answer, message, type World } from '../../runner/api.ts';
import type { Source } from '../kit/check.ts';
import type { Observation } from '../kit/judge.ts';
import type { Subject } from '../kit/subject.ts';
import { askerOf } from './asker.ts';
import type { ReachesParams } from './check.ts';
import { services } from './service.ts';

/** Of an answer, no more is kept than tells that a text is in it, or what is there instead. */
const longest = 200;

/** The connection that is asked for, or the Service by which it is: what a request there comes to. */
export const connections = (params: ReachesParams): Source => ({
  noun: typeof params.to === 'string' ? 'connection' : 'Service',
  async read(world, _paths, context) {
    const { from, to, port, protocol, path } = params;
    const asker = await askerOf(world, from, context.signal);
    if ('because' in asker) return { subjects: [], elsewhere: asker };
    const { subjects, ...evidence } = await goals(world, params, context);
    const name = typeof to === 'string' ? to : to.service;
    const where = protocol === 'tcp' ? `tcp://${name}:${port}` : `http://${name}:${port}${path}`;
    const last = world.shell.commands(context.since).at(-1)?.at;
    const asked = subjects.map(async (each): Promise<Subject | undefined> => {
      // Another Service is none that the learner has just tried.
      if (each.name !== name) return each;
      const { host } = each.is;
      const is = { ...each.is, from: asker.name, where };
      const tried = last === undefined ? {} : { fresh: true, at: Math.max(last, each.at) };
      if (typeof host !== 'string') return { ...each, ...tried, is };
      const answer = await asker.ask({
        ...{ host, port },
        ...(protocol === 'http' && { path }),
        ...(typeof to !== 'string' && { name: `${to.service}.${to.namespace ?? world.kubernetes.namespace}` }),
      });
      return answer && { ...each, ...tried, is: { ...is, ...seen(answer, params) } };
    });
    const all = await Promise.all(asked);
    const known = all.filter((each) => each !== undefined);
    const silent = message('reaches.not-running', { from: asker.name });
    return {
      subjects: known,
      ...evidence,
      ...(known.length < all.length && { elsewhere: { because: silent, excused: true } }),
    };
  },
});

/** What is to be asked: an address or a name, or a Service's, where there is one that leads somewhere. */
async function goals(
  world: World,
  params: ReachesParams,
  context: Parameters<Source['read']>[2],
): Promise<Observation> {
  const { to } = params;
  if (typeof to !== 'string') return services(world, { ...params, to }, context);
  return { subjects: [{ id: to, name: to, fresh: false, at: 0, is: { host: to } }] };
}

function seen(answer: Answer, { contains = '' }: ReachesParams): Subject['is'] {
  if (answer.kind !== 'answered') return { outcome: answer.kind, why: answer.why };
  const { status, body } = answer;
  const at = Math.max(0, body.indexOf(contains));
  const text = body.slice(at, at + Math.max(longest, contains.length)).trim();
  return { outcome: answer.kind, ...(status !== undefined && { status }), text };
}
