import type { Env } from '../../infra/engine/engine.ts';
import { type HostFacts, which } from '../../infra/engine/facts.ts';
import type { Registry } from '../../infra/images/registry.ts';
import type { StoredImage } from '../../infra/images/store.ts';
import { message } from '../../words/message.ts';
import type { Examined } from './examined.ts';

export function examineImages(images: readonly StoredImage[]): Examined {
  const missing = images.filter(({ state }) => state === 'missing').map(({ name }) => name);
  const count = images.filter(({ state, name }) => state === 'current' && name !== 'base').length;
  const detail =
    missing.length > 0
      ? message('setup.doctor-images-missing', { names: missing.join(', ') })
      : message('setup.doctor-images-all', { count });
  return { id: 'images', title: message('setup.doctor-images'), status: missing.length > 0 ? 'warning' : 'ok', detail };
}

/** No registry is no trouble where images can be made from packages, or are there already. */
export async function examineRegistry(
  registry: Registry,
  facts: HostFacts,
  env: Env,
  images: readonly StoredImage[],
): Promise<Examined> {
  const shown = { id: 'registry', title: message('setup.doctor-registry') };
  if (await registry.answers()) return { ...shown, status: 'ok', detail: message('setup.doctor-registry-yes') };
  const packages = which('mmdebstrap', env) !== undefined || (facts.apt && facts.root);
  const there = images.every(({ state }) => state !== 'missing');
  if (packages || there) return { ...shown, status: 'warning', detail: message('setup.doctor-registry-no') };
  return { ...shown, status: 'failed', detail: message('setup.doctor-registry-neither') };
}
