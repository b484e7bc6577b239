import type { ExistingContext } from '../infra/cluster/existing/context.ts';
import type { Clusters } from '../infra/cluster/model.ts';
import { severable, type Ways } from '../infra/cluster/severable.ts';
import { withLock } from '../infra/lock.ts';
import { machinesOn } from '../infra/machine/machinesOn.ts';
import type { Machines } from '../infra/machine/model.ts';
import { type Traces, tracesOn } from '../infra/machine/traces.ts';
import { sessions, stateFolder } from '../journal/folder.ts';
import type { Lab } from '../lab/lab.ts';
import { message } from '../words/message.ts';
import { WorldError } from '../world/world.ts';
import { noteClusterUse } from './clusterUse.ts';
import type { CommandContext } from './context.ts';
import { ledgerOf } from './existingLedger.ts';
import { type Prepared, prepare } from './setup/prepare.ts';

/** Where labs are worked on. */
export type Workplace = { readonly machines: Machines; readonly traces: Traces };

/**
Makes everything ready that these labs need, and shows on standard error what takes its time. Throws a `SetupError`.
Their clusters are Seatrial's own unless the learner has named a context that leads to another (`existing`).
*/
export async function workplace(
  context: CommandContext,
  labs: readonly Lab[],
  existing?: ExistingContext,
): Promise<Workplace> {
  const { prepared, clusters } = await ready(context, labs, existing);
  return placeOn(prepared, clusters);
}

/** The same where labs are proven: there an API server can be taken away from one session alone. */
export async function provingPlace(
  context: CommandContext,
  labs: readonly Lab[],
  existing?: ExistingContext,
): Promise<Workplace & { readonly ways: Ways }> {
  const { prepared, clusters } = await ready(context, labs, existing);
  const { clusters: severed, ways } = severable(clusters);
  return { ...placeOn(prepared, severed), ways };
}

const placeOn = (prepared: Prepared, clusters: () => Promise<Clusters>): Workplace => ({
  machines: machinesOn({ ...prepared, clusters }),
  traces: tracesOn(prepared.engine.docker, clusters),
});

async function ready(context: CommandContext, labs: readonly Lab[], existing?: ExistingContext) {
  const images = ['machine', ...new Set(labs.flatMap((lab) => lab.images))];
  const kubernetes = !existing && labs.some((lab) => lab.needs.kubernetes && !goesOnElsewhere(context, lab));
  // The client library takes its time to load: meanwhile the engine is found.
  if (kubernetes)
    void Promise.all([import('../infra/cluster/clusters.ts'), import('../world/kubernetes/transport.ts')]).catch(
      () => undefined,
    );
  const prepared = await prepare({ ...context, images, kubernetes });
  const clusters = withExisting(context, prepared, clustersOf(context, prepared), existing);
  return { prepared, clusters };
}

/** Whether what was begun of a lab goes on in a cluster of others: then none of Seatrial's is needed, unless it is begun anew. */
function goesOnElsewhere(context: CommandContext, { id }: Lab): boolean {
  const begun = sessions(stateFolder(context.env)).find(({ lab, removed }) => lab === id && !removed);
  return begun !== undefined && ledgerOf(context).find(begun.session) !== undefined;
}

/** What makes and keeps clusters; it is loaded when the first lab asks for one, and what it takes is made ready where it is not yet. */
function clustersOf(context: CommandContext, prepared: Prepared): () => Promise<Clusters> {
  const { engine } = prepared;
  let loaded: Promise<Clusters> | undefined;
  const load = async (): Promise<Clusters> => {
    const { kind } = prepared.kind ? prepared : await prepare({ ...context, images: [], kubernetes: true });
    if (!kind) throw new WorldError(message('world.no-cluster'), { blame: 'seatrial' });
    const { clusters } = await import('../infra/cluster/clusters.ts');
    const { SEATRIAL_CLUSTER: kept } = context.env;
    const env = { ...context.env, ...engine.env };
    const own = clusters({ docker: engine.docker, ...kind, env, withLock, ...(kept && { kept }) });
    const open: Clusters['open'] = async (request) => {
      const place = await own.open(request);
      if (request.needs.cluster !== 'own') noteClusterUse(context);
      return place;
    };
    return { ...own, open };
  };
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** Sessions go on where they were begun; new ones are opened on the context that was named, if one was. */
function withExisting(
  context: CommandContext,
  { engine }: Prepared,
  own: () => Promise<Clusters>,
  asked: ExistingContext | undefined,
): () => Promise<Clusters> {
  const ledger = ledgerOf(context);
  const others = async (): Promise<Clusters> => {
    const { existingClusters } = await import('../infra/cluster/existing/existingClusters.ts');
    const { env } = context;
    return existingClusters({ docker: engine.docker, env, ledger, ...(asked && { context: asked }) });
  };
  return async () => ({
    likely: async (needs) => (asked ? undefined : (await own()).likely?.(needs)),
    open: async (request) => (await (asked || ledger.find(request.session) ? others() : own())).open(request),
    enter: async (session, signal) => (await (ledger.find(session) ? others() : own())).enter(session, signal),
  });
}
