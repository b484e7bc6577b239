import type { Adversary } from '../../../runner/api.ts';
import * as adversary from '../../kit/adversary.ts';
import { given } from '../typed.ts';
import type { EventParams } from './check.ts';

/**
Ways to an event that whoever administers a cluster can make by hand: what the API holds is what the cluster has said. What stands
for it must be about the object, of the reason, and of now.
*/
export function adversaries({
  kind,
  name = 'any',
  namespace,
  reason,
  contains = '',
}: EventParams): readonly Adversary[] {
  if (namespace !== undefined) return [];
  const event = (more: object = {}, about: object = {}) => ({
    ...{ apiVersion: 'v1', kind: 'Event', metadata: { generateName: 'typed-' } },
    ...{ type: 'Normal', reason, message: `typed ${contains}`, source: { component: 'typed' }, count: 1 },
    involvedObject: { kind, name, namespace: '$NAMESPACE', ...about },
    ...more,
  });
  // The API wants an event where the object is that it is about.
  const say = (object: unknown, where = '') =>
    `NAMESPACE=$(kubectl config view --minify -o jsonpath='{..namespace}')\n${given('cat > /tmp/event.json', object)}\nsed -i "s/\\$NAMESPACE/$NAMESPACE/g; s/\\$NOW/$(date -u +%FT%TZ)/g" /tmp/event.json\nkubectl create${where} -f /tmp/event.json`;
  const now = { firstTimestamp: '$NOW', lastTimestamp: '$NOW' };
  const undo = 'kubectl get events -o name | grep /typed- | xargs -r kubectl delete --wait=false';
  const wrong = (what: string, run: string) => adversary.wrong(what, run, { undo });
  const right = (what: string, run: string) => adversary.right(what, run, { undo });
  return [
    right('said of it now', say(event(now))),
    right('said of one whose name begins so', say(event(now, { name: `${name}-5d59d67564` }))),
    right('said as a warning', say(event({ ...now, type: 'Warning' }))),
    right('said many times', say(event({ ...now, count: 12 }))),
    right('said by another part', say(event({ ...now, source: { component: 'kubelet', host: 'here' } }))),
    right(
      'said between others',
      `${say(event({ ...now, reason: 'Other' }))}\n${say(event(now))}\n${say(event({ ...now, reason: 'Other' }))}`,
    ),
    wrong('another reason', say(event({ ...now, reason: `Not${reason}` }))),
    wrong('the reason in the message alone', say(event({ ...now, reason: 'Other', message: `${reason} ${contains}` }))),
    wrong('of another kind', say(event(now, { kind: `Other${kind}` }))),
    wrong('of another object', say(event(now, { name: `not-${name}` }))),
    wrong('long ago', say(event({ firstTimestamp: '2001-01-01T00:00:00Z', lastTimestamp: '2001-01-01T00:00:00Z' }))),
    wrong('only printed', `echo '${JSON.stringify(event(now)).replaceAll("'", '')}'`),
    wrong('only tried', say(event(now), ' --dry-run=server')),
    wrong('only looked at', `kubectl get events --field-selector reason=${reason}`),
    ...(contains === '' ? [] : [wrong('without the text', say(event({ ...now, message: 'typed' })))]),
  ];
}
