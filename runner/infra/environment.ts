import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Env } from './engine/engine.ts';

const administrators = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The environment without what `npm start` adds to it, so that no program outside meets our Node; with sbin in its PATH. */
export function withoutNpm(env: Env): Record<string, string> {
  const own = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(npm_|INIT_CWD$|NODE$|NODE_)/.test(entry[0]),
  );
  const folders = (env.PATH ?? '/usr/local/bin:/usr/bin:/bin')
    .split(delimiter)
    .filter((folder) => !/\/node_modules\/\.bin$|\/node-gyp-bin$/.test(folder));
  const path = [...folders, ...administrators.filter((folder) => !folders.includes(folder))].join(delimiter);
  return { ...Object.fromEntries(own), PATH: path };
}

/** Where what can be made again is kept: `$XDG_CACHE_HOME/seatrial`, else `~/.cache/seatrial` (XDG base directories). */
export const cacheFolder = (env: Env): string =>
  join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'seatrial');
