import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { arch, release, totalmem } from 'node:os';
import { availableMemory, version } from 'node:process';
import type { HostFacts } from '../../infra/engine/facts.ts';
import { message, verbatim } from '../../words/message.ts';
import type { Examined } from './examined.ts';
import { gigabytes } from './gigabytes.ts';

const memoryNeeded = 1e9;
const diskNeeded = 3e9;

/** No command runs on one that is too old: the program says so as it starts. */
export const examineNode = (): Examined => ({
  id: 'node',
  title: message('setup.doctor-node'),
  status: 'ok',
  detail: verbatim(version),
});

export function examinePlatform({ distribution, platform }: HostFacts): Examined {
  const detail = verbatim(`${distribution}, ${platform} ${arch()}, kernel ${release()}`);
  return { id: 'platform', title: message('setup.doctor-platform'), status: 'ok', detail };
}

export function examineMemory(): Examined {
  const bytes = availableMemory();
  const free = gigabytes(bytes);
  const low = bytes < memoryNeeded;
  const detail = low
    ? message('setup.doctor-memory-low', { free })
    : message('setup.doctor-memory-is', { free, total: gigabytes(totalmem()) });
  return { id: 'memory', title: message('setup.doctor-memory'), status: low ? 'failed' : 'ok', detail };
}

/** Room where the engine keeps its images; where that is not on this computer, in the checkout. */
export async function examineDisk(engineFolder: string | undefined, root: string, built: boolean): Promise<Examined> {
  const path = engineFolder && existsSync(engineFolder) ? engineFolder : root;
  const { bavail, bsize } = await statfs(path);
  const free = gigabytes(bavail * bsize);
  const low = !built && bavail * bsize < diskNeeded;
  const detail = message(low ? 'setup.doctor-disk-low' : 'setup.doctor-disk-is', { free, path });
  return { id: 'disk', title: message('setup.doctor-disk'), status: low ? 'failed' : 'ok', detail };
}
