import { message } from '../words/message.ts';
import type { Env } from './engine/engine.ts';
import type { Task } from './progress/report.ts';
import { type ProgramResult, runProgram } from './runProgram.ts';
import { SetupError } from './SetupError.ts';

export type Apt = {
  readonly sudo: boolean;
  readonly env: Env;
  readonly task: Task;
  /** Keeps the packages from starting their services by themselves. */
  readonly quiet?: boolean;
  readonly optional?: readonly string[];
};

/** Runs a command as root: by sudo unless this is root already. */
export function runAsRoot(sudo: boolean, command: readonly string[], env: Env, onLine?: (line: string) => void) {
  const [program = 'true', ...args] = sudo ? ['sudo', ...command] : command;
  return runProgram(program, args, { env, ...(onLine && { onLine }) });
}

/** Why packages could not be had, from the last lines that apt or dpkg wrote. */
export function packageTrouble(packages: readonly string[], tail: readonly string[]): SetupError {
  const log = tail.filter((line) => !/^(dl|pm)status:/.test(line)).join('\n');
  const names = packages.join(' ');
  if (/no space left|not enough free space/i.test(log)) return new SetupError(message('setup.disk-full', { log }));
  if (/Could not get lock|is held by process/.test(log)) return new SetupError(message('setup.apt-locked', { log }));
  if (/resolv|Failed to fetch|Could not connect|Temporary failure|Connection (refused|timed out)/i.test(log)) {
    return new SetupError(message('setup.apt-unreachable', { names, log }));
  }
  return new SetupError(message('setup.apt-failed', { names, log }), { code: 'packages' });
}

/** Shows apt's own progress: `dlstatus:1:20.1:Retrieving…`, `pmstatus:docker.io:60.0:Unpacking…` (apt's README.progress-reporting). */
function follow(task: Task): (line: string) => void {
  return (line) => {
    const [, kind, percent, text] = line.match(/^(dl|pm)status:[^:]*:([\d.]+):(.*)/) ?? [];
    if (!text || percent === undefined) return;
    const half = Number(percent) / 2;
    task.progress(kind === 'dl' ? half : 50 + half, 100);
    task.line(text);
  };
}

// invoke-rc.d asks policy-rc.d, and 101 forbids; an administrator's own is left alone.
const quietly = `
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    trap 'exit 130' INT TERM HUP
    printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
  fi
  "$@"`;

/** Which of these packages the distribution has, as of its lists. */
async function known(packages: readonly string[], env: Env): Promise<readonly string[]> {
  const found = await Promise.all(
    packages.map(async (name) => ((await runProgram('apt-cache', ['show', name], { env })).code === 0 ? [name] : [])),
  );
  return found.flat();
}

/**
Installs packages of the distribution, its lists brought up to date first; the optional ones where the distribution has
them. Throws a {@link SetupError} that says why not.
*/
export async function installPackages(
  packages: readonly string[],
  { sudo, env, task, quiet, optional = [] }: Apt,
): Promise<void> {
  const apt = (...args: readonly string[]): Promise<ProgramResult> => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8', 'apt-get', '-q', ...args];
    return runAsRoot(sudo, quiet ? ['sh', '-c', quietly, 'sh', ...command] : command, env, follow(task));
  };
  task.line('apt-get update');
  const update = await apt('-o', 'APT::Update::Error-Mode=any', 'update');
  if (update.code !== 0) throw packageTrouble(packages, update.tail);
  const all = [...packages, ...(await known(optional, env))];
  task.line(`apt-get install ${all.join(' ')}`);
  const install = await apt('-o', 'APT::Status-Fd=1', 'install', '--yes', '--no-install-recommends', ...all);
  if (install.code !== 0) throw packageTrouble(packages, install.tail);
}
