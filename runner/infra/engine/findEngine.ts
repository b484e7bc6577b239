import { type Message, message } from '../../words/message.ts';
import { ask, type SilentReason } from './ask.ts';
import { type Candidate, candidates, type Source } from './candidates.ts';
import { clientOf, environmentOf } from './endpoint.ts';
import type { Engine, Env } from './engine.ts';

/** A place that was asked and did not answer. */
export type SilentEngine = {
  readonly source: Source;
  readonly host: string;
  readonly reason: SilentReason;
  readonly why: Message;
};

export type Finding =
  | { readonly status: 'found'; readonly engine: Engine; readonly source: Source }
  /** The learner named an engine and it does not answer: nothing else was tried, and nothing else may be used. */
  | { readonly status: 'named-silent'; readonly tried: SilentEngine }
  | { readonly status: 'missing'; readonly tried: readonly SilentEngine[] };

/** ms; an engine on the same computer answers within 30, on one that is very busy it was seen to take more than 5,000. */
const deadline = 15_000;

const named = ({ source }: Candidate) => source.kind === 'host' || (source.kind === 'context' && source.demanded);

/** Looks for the learner's engine: `DOCKER_HOST`, the current docker context, the usual sockets. */
export async function findEngine(env: Env, places = candidates(env)): Promise<Finding> {
  const tried: SilentEngine[] = [];
  for (const place of places) {
    const { source, endpoint } = place;
    const host = endpoint?.host ?? '';
    const answer = endpoint
      ? await ask(endpoint, deadline)
      : { status: 'silent' as const, reason: 'other' as const, why: message('setup.why-no-context') };
    if (answer.status === 'answered' && endpoint) {
      const { version, cgroup } = answer;
      const engine = { docker: clientOf(endpoint), endpoint: host, version, cgroup, env: environmentOf(endpoint) };
      return { status: 'found', engine, source };
    }
    if (answer.status === 'silent') {
      const silent = { source, host, reason: answer.reason, why: answer.why };
      if (named(place)) return { status: 'named-silent', tried: silent };
      tried.push(silent);
    }
  }
  return { status: 'missing', tried };
}
