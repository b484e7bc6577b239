import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateFolder } from '../journal/folder.ts';
import type { CommandContext } from './context.ts';

/**
When the cluster that is kept was last used from here, as the time of a file: the home screen asks no engine. The cluster may
be gone meanwhile; `seatrial clean` then says so and forgets it.
*/
const fileOf = ({ env }: Pick<CommandContext, 'env'>): string => join(stateFolder(env), 'kept-cluster');

export function noteClusterUse(context: Pick<CommandContext, 'env'>): void {
  mkdirSync(stateFolder(context.env), { recursive: true });
  writeFileSync(fileOf(context), '');
}

/** In ms since 1970; undefined where no cluster is kept. */
export const clusterUsedAt = (context: Pick<CommandContext, 'env'>): number | undefined =>
  statSync(fileOf(context), { throwIfNoEntry: false })?.mtimeMs;

export const forgetClusterUse = (context: Pick<CommandContext, 'env'>): void =>
  rmSync(fileOf(context), { force: true });
