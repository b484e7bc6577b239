import { join } from 'node:path';
import { type Ledger, ledgerIn } from '../infra/cluster/existing/ledger.ts';
import { stateFolder } from '../journal/folder.ts';
import type { CommandContext } from './context.ts';

/** What Seatrial has made in clusters of others, as it is written down. */
export const ledgerOf = ({ env }: Pick<CommandContext, 'env'>): Ledger => ledgerIn(join(stateFolder(env), 'clusters'));
