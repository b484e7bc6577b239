import type { Execs, KubernetesAction, Pod } from '../../runner/api.ts';

/** What came of an exec, by its node's runtime. */
export type Outcome =
  /** The program could not be started: there is none of this name, or it may not be run. */
  | { readonly kind: 'unstarted' }
  /** The runtime was never asked: the kubelet did not answer, or the container was not running. */
  | { readonly kind: 'unreached' }
  | { readonly kind: 'running' }
  | { readonly kind: 'ended'; readonly code: number }
  /** Nobody was watching just then. */
  | { readonly kind: 'unseen' };

/** One of the learner's calls, as far as a check speaks of it. */
export type Act = Pick<KubernetesAction, 'verb' | 'resource' | 'command' | 'code' | 'at'> & {
  readonly name: string;
  readonly subresource: string;
  readonly container: string;
  readonly said?: string;
  /** Of an exec on a node that can be watched. */
  readonly outcome?: Outcome;
  /** Its first process on the node. */
  readonly pid?: number;
};

export const actOf = (action: KubernetesAction): Act => {
  const { verb, resource, name = '', subresource = '', command, container = '', code, at, said: told } = action;
  return {
    ...{ verb, resource, name, subresource, command, container, code, at },
    ...(told !== undefined && { said: told }),
  };
};

export const isWrong = ({ code }: Pick<Act, 'code'>): boolean => code >= 400;

/** Whether a program has ended as it should: `well` with 0, `badly` with anything else. */
export const endedAs = (code: number, ends: 'well' | 'badly' | 'any'): boolean =>
  ends === 'any' || (code === 0) === (ends === 'well');

type Exec = Execs['all'][number];

/**
The learner's calls with what came of their execs. The API tells of the call, the runtime of the exec: an exec is that of the first
call for its container that was not over before it. The kubelet's own execs (a probe) have no call.
*/
export function withOutcomes(
  actions: readonly KubernetesAction[],
  pod: Pod | undefined,
  execs?: Execs,
): readonly Act[] {
  const first = pod?.containers.find(({ role }) => role === 'main')?.name;
  const left = new Set(execs?.all ?? []);
  return actions.map((action) => {
    const act = actOf(action);
    if (!execs || act.subresource !== 'exec' || act.name !== pod?.name || isWrong(act)) return act;
    const where = act.container === '' ? first : act.container;
    const exec = [...left].find(
      ({ container, at }) => container === where && at >= action.at && at <= (action.ended ?? Number.POSITIVE_INFINITY),
    );
    if (exec) left.delete(exec);
    const outcome = outcomeOf(action, exec, execs.from);
    return { ...act, outcome, ...(exec?.pid !== undefined && { pid: exec.pid }) };
  });
}

function outcomeOf({ at, open }: KubernetesAction, exec: Exec | undefined, from: number): Outcome {
  if (exec?.ended) return { kind: 'ended', code: exec.ended.code };
  if (exec?.pid !== undefined || open) return { kind: 'running' };
  if (exec) return { kind: 'unstarted' };
  return { kind: at >= from ? 'unreached' : 'unseen' };
}
