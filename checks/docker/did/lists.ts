import { type ApiCall, type EngineNotice, type Listed, z } from '../../../runner/api.ts';
import { means } from '../client.ts';
import type { Deed } from './deed.ts';

/** Says that a container is looked at, and changes nothing about it. */
const looks = /^(?:exec_\w+|attach|detach|resize|top|archive-path|export|commit)$/;
/** What was on its way to its end ran until then. */
const ranUntil = ['kill', 'die', 'stop', 'oom', 'pause', 'unpause', 'restart'];
const gone = ['destroy', 'delete', 'remove'];

const filters = z.record(z.string(), z.union([z.array(z.string()), z.record(z.string(), z.boolean())]));

/** What a list may leave out by: its filters, and how many it has at most. */
function narrowed({ filters: text = '', limit = '', ...query }: ApiCall['query']) {
  const given = filters.safeParse(parsed(text)).data ?? {};
  const names = Object.keys(given).filter((name) => Object.keys(given[name] ?? {}).length > 0);
  return { names: query.filter ? [...names, 'reference'] : names, most: Number(limit) > 0 ? Number(limit) : undefined };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As the engine reads a switch in a query. */
const isOn = (text = ''): boolean => !['', '0', 'no', 'false', 'none'].includes(text.trim().toLowerCase());

export type Asked = { readonly kind: string; readonly all: boolean; readonly since: number };
type Then = { readonly there: readonly string[]; readonly running: readonly string[] };

/** What there was at a time, from what there is at a later one and what has happened in between. */
function rewound(kind: string, { there, running }: Then, happened: readonly EngineNotice[]): Then {
  const own = happened.filter(({ type, id }) => type === kind && id !== '');
  const actions = (id: string) => own.filter((each) => each.id === id).map(({ action }) => action.split(':')[0] ?? '');
  const past = own.filter(({ action }) => gone.includes(action)).map(({ id }) => id);
  const existed = [...new Set([...there, ...past])].filter((id) => actions(id).find(isOfLife) !== 'create');
  return {
    there: existed,
    running: existed.filter((id) => {
      const first = actions(id).find((each) => each === 'start' || ranUntil.includes(each) || gone.includes(each));
      return first === undefined ? running.includes(id) : ranUntil.includes(first);
    }),
  };
}

const hasStarted = (of: string, happened: readonly EngineNotice[]): boolean =>
  happened.some(({ type, action, id }) => type === 'container' && action === 'start' && id === of);

const isOfLife = (action: string): boolean => action === 'create' || gone.includes(action);

/** Which of a kind something may have changed about; undefined where that may be any. */
function touched(kind: string, happened: readonly EngineNotice[]): readonly string[] | undefined {
  if (kind === 'image') return happened.some(({ type }) => type === 'image') ? undefined : [];
  return happened.flatMap(({ type, action, id, attributes: { container = '' } }) => {
    if (looks.test(action.split(':')[0] ?? '')) return [];
    return kind === 'container' && type === 'network' ? [container] : [id];
  });
}

/** What a list has shown of what it should have, at the time of its call. */
export function shownBy(
  { query, at }: Pick<ApiCall, 'query' | 'at'>,
  { kind, all, since }: Asked,
  list: Listed | undefined,
  notices: readonly EngineNotice[],
): Pick<Deed, 'shows' | 'lacks' | 'unsure' | 'lost'> & { readonly refused?: false } {
  const between = notices.filter((each) => each.at > at && each.at <= (list?.at ?? Number.POSITIVE_INFINITY));
  const changed = touched(kind, between);
  const isChanged = changed === undefined || changed.length > 0;
  // A filter that names what is gone by now is refused now, and was not then.
  if (!list)
    return isChanged && narrowed(query).names.length > 0 ? { refused: false, shows: 0, lacks: 0, unsure: 1 } : {};
  const isOfRunning = kind === 'container' && !all;
  const due = ({ there, running }: Then) => (isOfRunning ? running : there);
  // A step may open before the engine has said that what it stands on has been started.
  const dueOnce = (then: Then, since: readonly EngineNotice[]) =>
    due(then).concat(isOfRunning ? then.there.filter((id) => !then.running.includes(id) && hasStarted(id, since)) : []);
  const then = rewound(kind, list, between);
  const wanted = due(then);
  const { names, most } = narrowed(query);
  const isWhole = names.length === 0 && (most === undefined || most >= then.there.length);
  if (isWhole) {
    const isShort = kind === 'container' && !isOn(query.all) && most === undefined;
    const shown = isShort ? then.running : then.there;
    const before = notices.filter((each) => each.at > since && each.at <= at);
    const lost = shown.length > 0 ? 0 : dueOnce(rewound(kind, then, before), before).length;
    return { shows: shown.length, lacks: wanted.filter((id) => !shown.includes(id)).length, unsure: 0, lost };
  }
  // What is on it hangs on others, too.
  const isTogether = most !== undefined || names.some((name) => ['before', 'since', 'ancestor'].includes(name));
  const isUnsure = (id: string) => changed === undefined || (isTogether && isChanged) || changed.includes(id);
  const sure = wanted.filter((id) => !isUnsure(id));
  return {
    shows: list.ids.length,
    lacks: sure.filter((id) => !list.ids.includes(id)).length,
    unsure: wanted.length - sure.length,
  };
}

/** Whether a question about one object was refused: by the status with which it is answered now, and by what has happened to that object since. */
export function wasRefused(
  { call, kind, of = '' }: { readonly call: string; readonly kind: string; readonly of?: string | undefined },
  status: number,
  after: readonly EngineNotice[],
): boolean {
  const isRefused = status >= 400;
  // What is wrong with the question itself stays wrong.
  if (of === '' || kind === 'image' || status === 400) return isRefused;
  const own = after.filter(({ type, id, attributes: { name = id } }) => type === kind && means(of, { id, name }));
  const [life] = own.map(({ action }) => action).filter(isOfLife);
  const [state] = own.map(({ action }) => action).filter((each) => each === 'start' || ranUntil.includes(each));
  if (life === 'create') return true;
  if (call === 'top' && state !== undefined) return state === 'start';
  return isRefused && life === undefined;
}
