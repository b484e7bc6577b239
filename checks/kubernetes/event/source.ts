import type { KubernetesEvent } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import type { EventParams } from './check.ts';

/** What the cluster has said about an object since the step opened: what was asked for, what came nearest, and what came last. */
export const events = ({ kind, name = '', namespace, reason, contains = '' }: EventParams): Source => ({
  noun: 'event',
  async read({ kubernetes }, _paths, { since, signal }) {
    const all = (await kubernetes.events(since, signal, namespace)).filter(
      ({ about }) => about.kind === kind && about.name.startsWith(name),
    );
    const says = ({ message: said }: KubernetesEvent) => said.includes(contains);
    const isOf = (each: KubernetesEvent) => each.reason === reason;
    const told = [all.findLast((each) => isOf(each) && says(each)), all.findLast(isOf), all.at(-1)];
    return {
      subjects: [...new Set(told)].flatMap((each) => {
        if (!each) return [];
        const is = { reason: each.reason, said: each.message, contains: says(each) };
        // The cluster says much by itself: what it says else is nobody's miss.
        return [{ id: each.about.uid ?? each.about.name, name: each.about.name, at: each.at, fresh: false, is }];
      }),
    };
  },
});
