import type { KubernetesAction, Pod } from './model.ts';
import type { Execs } from './sight.ts';

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

/** One of the learner's calls, with what came of it. */
export type Act = Pick<KubernetesAction, 'verb' | 'resource' | 'namespace' | 'command' | 'code' | 'said' | 'at'> & {
  readonly name: string;
  readonly subresource: string;
  readonly container: string;
  /** A stream that has not ended yet. */
  readonly open?: true;
  /** Of an exec on a node that can be watched, and of a debugging container that runs a program of its own. */
  readonly outcome?: Outcome;
  /** Its first process on the node. */
  readonly pid?: number;
};

type Exec = Execs['all'][number];

/**
The learner's calls with what came of their execs in this Pod. The API tells of the call, the runtime of the exec: an exec is that of the first
call for its container that was not over before it. The kubelet's own execs (a probe) have no call. `own`: the namespace of the session.
*/
export function actsOf(
  actions: readonly KubernetesAction[],
  own: string,
  pod: Pod | undefined,
  execs: Execs | undefined,
): readonly Act[] {
  const first = pod?.containers.find(({ role }) => role === 'main')?.name;
  const left = new Set(execs?.all ?? []);
  return actions.map((action): Act => {
    const act = plain(action);
    const { namespace = own, name, subresource, container, at, code } = act;
    if (!pod || name !== pod.name || namespace !== (pod.namespace ?? own)) return act;
    if (subresource === 'ephemeralcontainers') return withDebugger(act, pod);
    if (!execs || subresource !== 'exec' || code >= 400) return act;
    const where = container === '' ? first : container;
    const exec = [...left].find(
      (each) => each.container === where && each.at >= at && each.at <= (action.ended ?? Number.POSITIVE_INFINITY),
    );
    if (exec) left.delete(exec);
    const outcome = outcomeOf(action, exec, execs.from);
    return { ...act, outcome, ...(exec?.pid !== undefined && { pid: exec.pid }) };
  });
}

function plain(action: KubernetesAction): Act {
  const {
    verb,
    resource,
    namespace,
    name = '',
    subresource = '',
    command,
    container = '',
    code,
    said,
    open,
    at,
  } = action;
  return {
    ...{ verb, resource, name, subresource, command, container, code, at },
    ...(namespace !== undefined && { namespace }),
    ...(said !== undefined && { said }),
    ...(open && { open }),
  };
}

function outcomeOf({ at, open }: KubernetesAction, exec: Exec | undefined, from: number): Outcome {
  if (exec?.ended) return { kind: 'ended', code: exec.ended.code };
  if (exec?.pid !== undefined || open) return { kind: 'running' };
  if (exec) return { kind: 'unstarted' };
  return { kind: at >= from ? 'unreached' : 'unseen' };
}

/** A call that adds a debugging container, with the program that this was told to run: that stands in the Pod. */
function withDebugger(act: Act, { containers }: Pod): Act {
  const told = containers.findLast(({ role, command = [] }) => role === 'ephemeral' && command.length > 0);
  if (!told) return act;
  const { name: container, command = [], exitCode: code } = told;
  return { ...act, container, command, outcome: code === undefined ? { kind: 'running' } : { kind: 'ended', code } };
}
