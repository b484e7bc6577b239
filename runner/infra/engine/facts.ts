import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Env } from './engine.ts';

/** What decides whether and how an engine can be had on this computer. */
export type HostFacts = {
  readonly platform: NodeJS.Platform;
  /** As os-release(5) names the distribution: "Debian GNU/Linux 13 (trixie)". */
  readonly distribution: string;
  readonly root: boolean;
  readonly user: string;
  readonly sudo: boolean;
  readonly apt: boolean;
  readonly dockerd: boolean;
  readonly systemd: boolean;
  /** CAP_SYS_RESOURCE, bit 24 of the bounding set (capabilities(7)); without it runc refuses privileged containers. */
  readonly sysResource: boolean;
};

const sbin = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/bin', '/usr/bin', '/bin'];

/** The full path of a program, looked for in PATH and where administrators' programs lie. */
export function which(program: string, env: Env): string | undefined {
  return [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...sbin]
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

export function factsOf(env: Env): HostFacts {
  const bounding = read('/proc/self/status').match(/^CapBnd:\s*([0-9a-f]+)/m)?.[1];
  const release = read('/etc/os-release');
  return {
    platform: process.platform,
    distribution: release.match(/^PRETTY_NAME="?([^"\n]*)/m)?.[1] ?? process.platform,
    root: process.getuid?.() === 0,
    user: env.USER || env.LOGNAME || String(process.getuid?.() ?? ''),
    sudo: which('sudo', env) !== undefined,
    apt: which('apt-get', env) !== undefined,
    dockerd: which('dockerd', env) !== undefined,
    systemd: existsSync('/run/systemd/system'),
    sysResource: bounding === undefined || ((BigInt(`0x${bounding}`) >> 24n) & 1n) === 1n,
  };
}
