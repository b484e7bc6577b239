import { constants } from 'node:os';
import type { Refusal } from './sight.ts';
import type { Watched } from './witness.ts';

type Asked = {
  readonly path?: string | undefined;
  readonly sent?: string | undefined;
  readonly to?: string | undefined;
  readonly refused?: boolean | undefined;
};

const signals = Object.entries(constants.signals);

/** What a witness is to watch for one who asks this. */
export function watchedBy({ path, sent, to = '', refused }: Asked): Watched {
  if (refused) return { kind: 'refusals' };
  if (sent === undefined) return path === undefined ? { kind: 'lists' } : { kind: 'file', path };
  const [, number = 0] = signals.find(([name]) => name === `SIG${sent}`) ?? [];
  return { kind: 'signals', number, to };
}

/** Whether it is told by calls of the system, of which whoever makes one and ends at once is known by its PID alone. */
export const isOfCalls = ({ kind }: Watched): boolean => kind === 'signals' || kind === 'refusals';

/** What was refused, as a witness tells it: `EACCES path /proc/7/root`, `ESRCH kill 1 888`. */
export function readRefusal(entry: string): Refusal {
  const [, error = '', kind, rest = ''] = /^(\w+) (\w+) ([\s\S]*)$/.exec(entry) ?? [];
  if (kind !== 'kill') return { error, path: rest };
  const [number, pid] = rest.split(' ').map(Number);
  const [name] = signals.find(([, each]) => each === number) ?? [];
  return { error, signal: name?.replace(/^SIG/, '') ?? String(number), pid: pid ?? 0 };
}
