import { message, passed, type Verdict } from '../../../runner/api.ts';
import { said, wordsOf } from '../act.ts';
import type { DidEvidence, DidParams } from './check.ts';
import type { Reading } from './readings.ts';

/** How many processes of others must be looked at one by one to have seen them as a list shows them. */
const several = 2;

/** Passes where what was read says that it was done, in whatever way. */
export function rightReading(
  { pod = '', readings, acts, debugged = [] }: DidEvidence,
  wanted: DidParams,
): Verdict | undefined {
  if (!readings) return undefined;
  const { all, debuggers, others } = readings;
  const places = [wanted.container ?? []].flat();
  const isFrom = ({ container = '' }: Reading) =>
    places.length === 0 || places.includes(container) || debuggers.includes(container);
  const own = all.filter((each) => each.own && each.container !== undefined && isFrom(each));
  const last = own.at(-1);
  if (wanted.reads && last) {
    const { program, container: from = '', at } = last;
    return passed(message('kube.did.read', { program, where: `${pod}/${from}`, ...wanted.reads }), { at });
  }
  if (!wanted.lists) return undefined;
  const seen = own.find(({ container = '', entry }) => {
    const looked = own.filter((each) => each.container === container).map((each) => each.entry ?? '');
    return entry === 'all' || new Set(looked.filter((each) => others[container]?.includes(each))).size >= several;
  });
  if (seen) return passed(message('kube.did.listed', { where: `${pod}/${seen.container ?? ''}` }), { at: seen.at });
  // A debugging container that ends at once has ended before anybody can watch its `/proc`.
  const debug = acts.findLast(({ subresource, name }) => subresource === 'ephemeralcontainers' && name === pod);
  const told = debugged.at(-1);
  if (debug && told?.code === 0 && wordsOf(told).some((each) => [wanted.program ?? []].flat().includes(each)))
    return passed(message('kube.did.done', { what: said({ ...debug, ...told, container: told.name, name: pod }) }), {
      at: debug.at,
    });
  return undefined;
}
