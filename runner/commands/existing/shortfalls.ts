import type { Sight } from '../../verdict/defineCheck.ts';
import { type Message, message } from '../../words/message.ts';
import type { ClusterNeeds } from '../../world/kubernetes/cluster.ts';

/** What a lab wants of its cluster, and which of its steps look at what. */
export type Wants = {
  readonly needs: ClusterNeeds;
  readonly sights: readonly { readonly step: string; readonly sees: readonly Sight[] }[];
};

/** What of it a cluster cannot give that is not of Seatrial's making, each in a line; empty where the lab fits. */
export function shortfalls({ needs, sights }: Wants): readonly Message[] {
  const stepsThat = (sight: Sight): string =>
    [...new Set(sights.filter(({ sees }) => sees.includes(sight)).map(({ step }) => step))].join(', ');
  const lacking = {
    actions: (steps: string) => message('existing.lacking-actions', { steps }),
    processes: (steps: string) => message('existing.lacking-processes', { steps }),
    requests: (steps: string) => message('existing.lacking-requests', { steps }),
  };
  const nodes = needs.nodes ?? 1;
  return [
    ...(needs.cluster === 'own' ? [message('existing.lacking-own')] : []),
    ...(nodes > 1 ? [message('existing.lacking-nodes', { nodes })] : []),
    ...(needs.node ? [message('existing.lacking-node')] : []),
    ...(['actions', 'processes', 'requests'] as const).flatMap((sight) => {
      const steps = stepsThat(sight);
      return steps === '' ? [] : [lacking[sight](steps)];
    }),
  ];
}
