import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { Helper } from '../machine/helper.ts';
import { relay } from '../machine/relay.ts';
import { WorldError } from '../world.ts';
import type { ClusterNode } from './cluster.ts';
import { nodeHelper } from './nodePrograms.ts';

/** Long-lived helpers on the nodes, each begun when it is first needed. */
export type Nodes = {
  /** Asks the helper of this node, of the control plane unless named. Rejects with `WorldError` where there is no such node. */
  ask(node: string | undefined, verb: string, ...given: readonly string[]): Promise<Buffer>;
  close(): void;
};

/** `whyGone`: why none can be asked any more, where that is so. `program`: what their perl is given. */
export function nodesOn(
  host: Docker,
  nodes: readonly ClusterNode[],
  whyGone: () => Message | undefined = () => undefined,
  program = nodeHelper,
): Nodes {
  const helpers = new Map<string, Helper>();
  const helperOn = ({ name, container }: ClusterNode): Helper => {
    const known = helpers.get(name);
    if (known) return known;
    const start = () => relay(host, container, ['perl', '-e', program]);
    const fresh = new Helper(start, () => whyGone() ?? message('kubernetes.node-lost', { node: name }));
    helpers.set(name, fresh);
    return fresh;
  };

  return {
    ask: async (wanted, verb, ...given) => {
      const node = wanted === undefined ? nodes[0] : nodes.find(({ name }) => name === wanted);
      if (!node) throw new WorldError(message('kubernetes.node-unreachable', { node: wanted ?? '' }));
      return helperOn(node).ask(verb, ...given);
    },
    close: () => {
      for (const helper of helpers.values()) helper.close();
    },
  };
}
