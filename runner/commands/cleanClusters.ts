import { type Leftover, leftovers } from '../infra/cluster/existing/leftovers.ts';
import type { Engine } from '../infra/engine/engine.ts';
import type { MachineRecord } from '../infra/machine/model.ts';
import { type Message, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { CommandContext } from './context.ts';
import { ledgerOf } from './existingLedger.ts';
import { UsageError } from './fail.ts';
import { isSure } from './isSure.ts';
import { daysSince } from './run/unused.ts';

type There = Extract<Leftover, { readonly state: 'there' }>;

export type Cleaning = {
  readonly docker: Engine['docker'] | undefined;
  /** Machines that somebody works with: what their sessions have in a cluster stays. */
  readonly used: readonly MachineRecord[];
  readonly yes: boolean;
  readonly tell: (message: Message) => void;
};

/** What came of cleaning clusters of others: names of namespaces; `refused` where the learner wants to keep them. */
export type Cleaned = { readonly found: boolean; readonly removed: readonly string[]; readonly refused: boolean };

/** Removes what sessions have left in clusters that are not Seatrial's, and names what may be where nobody answers. */
export async function cleanClusters(context: CommandContext, { docker, used, yes, tell }: Cleaning): Promise<Cleaned> {
  const all = await leftovers({ docker, env: context.env, ledger: ledgerOf(context) });
  const idle = all.filter(({ place }) => !used.some(({ session }) => session === place.session));
  for (const each of idle) if (each.state === 'unknown') tell(unknown(context, each));
  const there = idle.filter((each) => each.state === 'there');
  const found = idle.length > 0;
  if (there.length === 0) return { found, removed: [], refused: false };
  if (!yes) {
    if (!context.stdin.isTTY) throw new UsageError(message('existing.left-nobody', { count: there.length }));
    if (!(await confirmed(context, there))) return { found, removed: [], refused: true };
  }
  for (const { place, remove } of there) {
    await remove();
    tell(message('existing.left-removed', named(place)));
  }
  return { found, removed: there.map(({ place }) => place.namespace), refused: false };
}

const unknown = (context: CommandContext, { place, why }: Extract<Leftover, { readonly state: 'unknown' }>) =>
  message('existing.left-unknown', {
    ...named(place),
    why: say(context.language, why),
    file: ledgerOf(context).pathOf(place),
  });

const named = ({ namespace, context, server }: Leftover['place']) => ({ namespace, context, server });

async function confirmed(context: CommandContext, there: readonly There[]): Promise<boolean> {
  const { language, stdout } = context;
  for (const { place } of there) {
    const { namespace, lab, madeAt } = place;
    const days = daysSince(madeAt, Date.now());
    stdout.write(`  ${say(language, message('existing.left', { namespace, context: place.context, lab, days }))}\n`);
  }
  return isSure(context, message('existing.left-ask', { count: there.length }), true);
}
