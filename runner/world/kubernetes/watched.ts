import { signalName, signalNumber } from '../host/signals.ts';
import type { Refusal } from './sight.ts';
import type { Watched } from './witness.ts';

type Asked = {
  readonly path?: string | undefined;
  readonly sent?: string | undefined;
  readonly received?: boolean | undefined;
  readonly to?: string | undefined;
  readonly refused?: boolean | undefined;
  readonly forks?: boolean | undefined;
};

/** What a witness is to watch for one who asks this. */
export function watchedBy({ path, sent, received, to = '', refused, forks }: Asked): Watched {
  if (forks) return { kind: 'forks' };
  if (refused) return { kind: 'refusals' };
  if (sent === undefined) return path === undefined ? { kind: 'lists' } : { kind: 'file', path };
  return { kind: received ? 'receipts' : 'signals', number: signalNumber(sent), to };
}

/** Whether it is told by calls of the system, of which whoever makes one and ends at once is known by its PID alone. */
export const isOfCalls = ({ kind }: Watched): boolean => ['signals', 'receipts', 'refusals', 'forks'].includes(kind);

/** Whether it is what everybody in a container does, which is watched from when that is made on, where its Pod is watched for it (`nodeContainers`). */
export const isOfContainer = ({ kind }: Watched): boolean => ['lists', 'refusals', 'forks'].includes(kind);

/** What was refused, as a witness tells it: `EACCES path /proc/7/root`, `ESRCH kill 1 888`. */
export function readRefusal(entry: string): Refusal {
  const [, error = '', kind, rest = ''] = /^(\w+) (\w+) ([\s\S]*)$/.exec(entry) ?? [];
  if (kind !== 'kill') return { error, path: rest };
  const [number = 0, pid = 0] = rest.split(' ').map(Number);
  return { error, signal: signalName(number), pid };
}
