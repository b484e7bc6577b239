import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Env } from '../../infra/engine/engine.ts';
import { cacheFolder } from '../../infra/environment.ts';

type Checkout = { readonly env: Env; readonly root: string };

const stampFile = ({ env, root }: Checkout): string =>
  join(cacheFolder(env), `ready-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);

/** What a set-up depends on, cheaply: the images' files by name, size and time, and the engine that is asked for. */
function fingerprint({ env, root }: Checkout): string {
  const images = join(root, 'images');
  const files = readdirSync(images, { recursive: true, encoding: 'utf8' }).toSorted();
  const marks = files.map((each) => {
    const { size, mtimeMs } = statSync(join(images, each));
    return `${each} ${size} ${mtimeMs}`;
  });
  return createHash('sha256')
    .update([env.DOCKER_HOST, env.DOCKER_CONTEXT, ...marks].join('\n'))
    .digest('hex');
}

/** Whether all was ready when this was last seen, so that the home screen need not wait to ask. */
export function wasReady(place: Checkout): boolean {
  try {
    const [print, host = ''] = readFileSync(stampFile(place), 'utf8').split('\n');
    const mayAnswer = !host.startsWith('unix://') || existsSync(host.slice('unix://'.length));
    return mayAnswer && print === fingerprint(place);
  } catch {
    return false;
  }
}

/** Remembers that all is ready on the engine of this address. A cache that cannot be written costs a second look, no more. */
export function rememberReady(place: Checkout, host: string): void {
  try {
    mkdirSync(dirname(stampFile(place)), { recursive: true });
    writeFileSync(stampFile(place), `${fingerprint(place)}\n${host}`);
  } catch {
    // Nothing depends on it.
  }
}
