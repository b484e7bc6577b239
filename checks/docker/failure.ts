import { type Message, message } from '../../runner/api.ts';
import type { Said } from '../kit/expectation.ts';

type Failure = {
  /** In the engine's words; what it names is given to `says` in turn. */
  readonly pattern: RegExp;
  readonly says: (name: string, ...named: readonly string[]) => Said;
};

const said = (because: Message): Said => ({ because });

/** The program may be a whole command line that was put in quotes. */
const notFound: Failure['says'] = (name, program = '') => {
  const [first = '', ...rest] = program.trim().split(/\s+/);
  if (rest.length === 0) return said(message('container.not-found', { name, program }));
  return said(message('container.quoted', { name, program, first, rest: rest.join(' ') }));
};

/** What is wrong with the engine itself: the programs that it runs, its disk. A limit that the learner has set may use the same words as the machine's own. */
const machine: readonly RegExp[] = [
  /unable to retrieve OCI runtime error .*exec: "[^"]*runc[^"]*"/,
  /failed to start shim|containerd-shim[\w-]*": |binary not installed "containerd-shim/,
  /no space left on device/i,
  /connection error: desc|transport is closing|error reading from server|context deadline exceeded|input\/output error/,
];

/**
What is wrong with the learner's own words, by what the engine (moby), its runtime (runc) or the network's driver (libnetwork) says of it:
`daemon/errors.go`, `daemon/create.go`, `libcontainer/{factory,init,rootfs}_linux.go`, `user.GetExecUser`. Seen with Docker 26.1 and runc 1.1.
*/
const learner: readonly Failure[] = [
  { pattern: /exec: "([^"]*)": executable file not found/, says: notFound },
  { pattern: /exec: "([^"]*)": stat [^:]*: no such file or directory/, says: notFound },
  {
    pattern: /exec: "([^"]*)": is a directory/,
    says: (name, path = '') => said(message('container.is-directory', { name, path })),
  },
  {
    pattern: /exec: "([^"]*)": permission denied/,
    says: (name, path = '') => said(message('container.not-executable', { name, path })),
  },
  {
    pattern: /unable to find user ([^:]+):/,
    says: (name, user = '') => said(message('container.no-user', { name, user })),
  },
  {
    pattern: /unable to find group ([^:]+):/,
    says: (name, group = '') => said(message('container.no-group', { name, group })),
  },
  {
    pattern: /network (\S+) not found/,
    says: (name, network = '') => said(message('container.no-network', { name, network })),
  },
  {
    pattern:
      /(?:Bind for \S*?|listen \w+ \S*?):(\d+)(?: failed: port is already allocated|: bind: address already in use)/,
    says: (name, port = '') => said(message('container.port-taken', { name, port })),
  },
  {
    pattern: /error mounting "([^"]+)" to rootfs at "([^"]+)":.*not a directory/,
    says: (name, source = '', target = '') => said(message('container.mount', { name, source, target })),
  },
];

/** What tells nothing: the way that an error has come. */
const way =
  /^(?:failed to create task for container: |failed to create shim task: |OCI runtime create failed: |runc create failed: |unable to start container process: |error during container init: )+/;

const plain = (error: string): string =>
  error
    .replace(way, '')
    .replace(/: unknown\b|\(via [^)]*\),? ?/g, '')
    .trim();

/** Why a container could not start, from what the engine says; whose fault it is, before all else. */
export function whyNotStarted(name: string, error: string): Said & { readonly blame?: 'machine' } {
  if (machine.some((each) => each.test(error)))
    return { because: message('container.engine-failed', { error: plain(error) }), blame: 'machine' };
  for (const { pattern, says } of learner) {
    const found = pattern.exec(error);
    if (found) return says(name, ...found.slice(1));
  }
  return said(message('container.failed', { name, error: plain(error) }));
}

/** Why the engine made no container; it is the learner's own words where it is not known to be the engine's fault. */
export const whyNotMade = (error: string): Said & { readonly blame?: 'machine' } =>
  machine.some((each) => each.test(error))
    ? { because: message('container.engine-failed', { error: plain(error) }), blame: 'machine' }
    : { because: message('container.not-made', { error: plain(error) }) };
