import { type Message, message } from '../../runner/api.ts';
import type { Said } from '../kit/expectation.ts';

type Says = (name: string, ...named: readonly string[]) => Message;

/** The program may be a whole command line that was put in quotes. */
const notFound: Says = (name, program = '') => {
  const [first = '', ...rest] = program.trim().split(/\s+/);
  if (rest.length === 0) return message('container.not-found', { name, program });
  return message('container.quoted', { name, program, first, rest: rest.join(' ') });
};

/** What is wrong with the engine itself: the programs that it runs, its disk. A limit that the learner has set may use the same words as the machine's own. */
const machine: readonly RegExp[] = [
  /unable to retrieve OCI runtime error .*exec: "[^"]*runc[^"]*"/,
  /failed to start shim|containerd-shim[\w-]*": |binary not installed "containerd-shim/,
  /no space left on device/i,
  /connection error: desc|transport is closing|error reading from server|context deadline exceeded|input\/output error/,
];

const portTaken =
  /(?:Bind for \S*?|listen \w+ \S*?):(\d+)(?: failed: port is already allocated|: bind: address already in use)/;
const noMount = /error mounting "([^"]+)" to rootfs at "([^"]+)":.*not a directory/;

/**
What is wrong with the learner's own words, by what the engine (moby), its runtime (runc) or the network's driver (libnetwork) says of it,
and what that names: `daemon/errors.go`, `daemon/create.go`, `libcontainer/{factory,init,rootfs}_linux.go`, `user.GetExecUser`. Seen with
Docker 26.1 and runc 1.1.
*/
const learner: readonly (readonly [RegExp, Says])[] = [
  [/exec: "([^"]*)": (?:executable file not found|stat [^:]*: no such file or directory)/, notFound],
  [/exec: "([^"]*)": is a directory/, (name, path = '') => message('container.is-directory', { name, path })],
  [/exec: "([^"]*)": permission denied/, (name, path = '') => message('container.not-executable', { name, path })],
  [/unable to find user ([^:]+):/, (name, user = '') => message('container.no-user', { name, user })],
  [/unable to find group ([^:]+):/, (name, group = '') => message('container.no-group', { name, group })],
  [/network (\S+) not found/, (name, network = '') => message('container.no-network', { name, network })],
  [portTaken, (name, port = '') => message('container.port-taken', { name, port })],
  [noMount, (name, source = '', target = '') => message('container.mount', { name, source, target })],
];

/** What tells nothing: the way that an error has come. */
const way =
  /^(?:failed to create task for container: |failed to create shim task: |OCI runtime create failed: |runc create failed: |unable to start container process: |error during container init: )+/;

const plain = (error: string): string =>
  error
    .replace(way, '')
    .replace(/: unknown\b|\(via [^)]*\),? ?/g, '')
    .trim();

const isMachines = (error: string): boolean => machine.some((each) => each.test(error));

const blamed = (error: string): Said | undefined =>
  isMachines(error)
    ? { because: message('container.engine-failed', { error: plain(error) }), blame: 'machine' }
    : undefined;

/** Why a container could not start, from what the engine says; whose fault it is, before all else. */
export function whyNotStarted(name: string, error: string): Said {
  const [pattern, says] = learner.find(([each]) => each.test(error)) ?? [];
  const because = says?.(name, ...(pattern?.exec(error)?.slice(1) ?? []));
  return blamed(error) ?? { because: because ?? message('container.failed', { name, error: plain(error) }) };
}

/** Why the engine made no container; it is the learner's own words where it is not known to be the engine's fault. */
export const whyNotMade = (error: string): Said =>
  blamed(error) ?? { because: message('container.not-made', { error: plain(error) }) };

/** Why a program (`what`: as it would be typed) could not be started in a running container. */
export function whyNotRun(name: string, what: string, program: string, error: string): Message | Said {
  const values = { name, what, program };
  if (isMachines(error))
    return { because: message('exec.engine-failed', { name, what, error: plain(error) }), blame: 'machine' };
  const folder = /chdir to cwd \("([^"]*)"\)/.exec(error)?.[1];
  if (folder !== undefined) return message('exec.no-folder', { ...values, folder });
  const user = /unable to find (?:user|group) ([^:]+):/.exec(error)?.[1];
  if (user !== undefined) return message('exec.no-user', { ...values, user });
  const file = /exec: "((?:[^"\\]|\\.)*)"/.exec(error)?.[1] ?? program;
  if (/is a directory/.test(error)) return message('exec.directory', { ...values, file });
  if (/permission denied/.test(error)) return message('exec.no-permission', { ...values, file });
  if (error === '') return message('exec.told-client', values);
  if (!/not found|no such file/.test(error)) return message('exec.not-started', { ...values, error });
  return /\s/.test(file.trim())
    ? message('exec.quoted', { ...values, file })
    : message('exec.no-program', { name, program: file });
}
