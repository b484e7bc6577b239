import { type Message, type Mismatch, message, shown } from '../../runner/api.ts';
import { atLeast, type Expectation, equal, includes, type Said } from '../kit/expectation.ts';
import type { Fields } from '../kit/subject.ts';
import type { ReachesParams } from './check.ts';

/** What was asked, and from where: nothing for the machine and a node. */
export const whence = (is: Fields) => ({ from: shown(is.from), where: shown(is.where) });

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(shown) : []);

/** What must be so for a Service to lead to somebody, and then what must come of a request. */
export function expected({ to, port, outcome, protocol, status, contains }: ReachesParams): readonly Expectation[] {
  const isAnswer = outcome === 'answered';
  // Who looks what comes of a request before they change anything has missed nothing.
  const said = (because: Message, mismatch?: Mismatch): Said => ({
    ...{ because, ...(mismatch && { mismatch }), ...(typeof to === 'string' && { excused: true }) },
  });
  return [
    ...(isAnswer && typeof to !== 'string' ? leading(to.service, port) : []),
    ...equal('outcome', outcome, {
      say({ name, is }, mismatch) {
        const why = shown(is.why);
        if (is.outcome === undefined) return said(message('kube.service.no-address', { name }));
        if (isAnswer) return said(message('reaches.silent', { ...whence(is), why }));
        return said(message('reaches.otherwise', { ...whence(is), ...mismatch, why }), mismatch);
      },
    }),
    ...equal('status', isAnswer && protocol === 'http' ? status : undefined, {
      say: ({ is }, mismatch) => said(message('reaches.status', { ...whence(is), ...mismatch }), mismatch),
    }),
    ...containing(isAnswer ? contains : undefined, ({ is }, mismatch) =>
      said(message('reaches.without', { ...whence(is), contains: mismatch.expected }), mismatch),
    ),
  ];
}

const containing = (text: string | undefined, say: NonNullable<Expectation['say']>): readonly Expectation[] =>
  includes('text', text, { say }).map((each) => ({ ...each, fits: (actual) => shown(actual).includes(each.expected) }));

function leading(name: string, port: number): readonly Expectation[] {
  return [
    ...includes('ports', port, {
      of: 'port',
      say({ is }) {
        const actual = list(is.ports).join(', ');
        if (actual === '') return undefined;
        const mismatch = { expected: String(port), actual };
        return { because: message('kube.service.port', { name, port, actual }), mismatch };
      },
    }),
    ...atLeast('ready', 1, { say: ({ is }) => whyNobody(name, is) }),
  ];
}

/** Whoever makes the Service first has its Pods still to come, and they may just be on their way. */
function whyNobody(name: string, { selector, selected, labels, stuck }: Fields): Said {
  const [pods, others] = [list(selected), list(labels)];
  const isMiss = pods.length > 0 ? stuck === true : others.length > 0;
  return {
    because:
      pods.length > 0
        ? message('kube.service.none-ready', { name, pods: pods.join(', ') })
        : message('kube.service.selects-none', { name, selector: shown(selector), labels: others.join('; ') }),
    ...(!isMiss && { attempt: false }),
  };
}
