import type { Engine } from '../infra/engine/engine.ts';
import { listMachines } from '../infra/machine/listMachines.ts';
import { machineInUse } from '../infra/machine/machineInUse.ts';
import type { MachineRecord } from '../infra/machine/model.ts';
import { removeNetwork } from '../infra/machine/network.ts';
import { removeMachine } from '../infra/machine/removeMachine.ts';
import { forget, type SessionRecord, sessions, stateFolder } from '../journal/folder.ts';
import { type Message, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { Cleaned, Cleaning } from './cleanClusters.ts';
import { type Command, type CommandContext, exitCodes } from './context.ts';
import { ledgerOf } from './existingLedger.ts';
import { UsageError } from './fail.ts';
import { isSure } from './isSure.ts';
import type { CleanOptions } from './options.ts';
import { daysSince } from './run/unused.ts';
import { presentEngine } from './setup/presentEngine.ts';

/** Removes the machines and clusters that sessions and crashes have left, but for those that are open now. */
export const clean: Command<CleanOptions> = async (context, { yes, json }) => {
  const engine = await presentEngine(context.env, context.language);
  const folder = stateFolder(context.env);
  const known = sessions(folder);
  const { free, used } = engine ? await sort(engine.docker) : { free: [], used: [] };
  const tell = (line: string) => json || context.stdout.write(`${line}\n`);
  const words = (given: Message) => say(context.language, given);

  for (const { name, lab } of used) tell(words(message('clean.in-use', { name, lab })));
  if (free.length > 0 && !yes) {
    if (!context.stdin.isTTY) throw new UsageError(message('clean.nobody', { count: free.length }));
    if (!(await confirmed(context, free, known))) return exitCodes.notFinished;
  }

  for (const machine of free) {
    if (engine) await removeMachine(engine.docker, machine.id);
    if (!known.find((each) => each.session === machine.session)?.finished) forget(folder, machine.session);
    tell(words(message('clean.removed', { name: machine.name })));
  }
  const cleaning = { docker: engine?.docker, used, yes: yes ?? false, tell: (told: Message) => tell(words(told)) };
  const places = await clusterPlaces(context, cleaning);
  const clusters = await ownClusters(context, cleaning);
  const network = engine && (await removeNetwork(engine.docker));
  if (network) tell(words(message('clean.network', { name: network })));
  if (free.length === 0 && !network && !places.found && !clusters.found) tell(words(message('clean.nothing')));
  const names = (machines: readonly MachineRecord[]) => machines.map((each) => each.name);
  if (json)
    context.stdout.write(
      `${JSON.stringify({ removed: names(free), inUse: names(used), ...(places.found && { namespaces: places.removed }), ...(clusters.found && { clusters: clusters.removed }) })}\n`,
    );
  return places.refused || clusters.refused ? exitCodes.notFinished : exitCodes.done;
};

/** What sessions have left in clusters of others: the code for that is loaded where something is written down of it. */
async function clusterPlaces(context: CommandContext, cleaning: Cleaning): Promise<Cleaned> {
  if (ledgerOf(context).list().length === 0) return { found: false, removed: [], refused: false };
  return (await import('./cleanClusters.ts')).cleanClusters(context, cleaning);
}

/** The clusters that Seatrial has made: the code for that is loaded where an engine may have some. */
async function ownClusters(context: CommandContext, cleaning: Cleaning): Promise<Cleaned> {
  if (!cleaning.docker) return { found: false, removed: [], refused: false };
  return (await import('./cleanOwnClusters.ts')).cleanOwnClusters(context, cleaning);
}

type Sorted = { readonly free: readonly MachineRecord[]; readonly used: readonly MachineRecord[] };

/** Which machines a running Seatrial works with, and which nobody does. */
async function sort(docker: Engine['docker']): Promise<Sorted> {
  const free: MachineRecord[] = [];
  const used: MachineRecord[] = [];
  for (const machine of await listMachines(docker)) {
    ((await machineInUse(docker, machine.id)) ? used : free).push(machine);
  }
  return { free, used };
}

async function confirmed(
  context: CommandContext,
  machines: readonly MachineRecord[],
  known: readonly SessionRecord[],
): Promise<boolean> {
  const { language, stdout } = context;
  for (const { name, lab, session, createdAt } of machines) {
    const usedAt = known.find((each) => each.session === session)?.usedAt ?? createdAt;
    stdout.write(`  ${say(language, message('clean.found', { name, lab, days: daysSince(usedAt, Date.now()) }))}\n`);
  }
  return isSure(context, message('clean.ask', { count: machines.length }), true);
}
