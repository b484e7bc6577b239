import { sessions, stateFolder } from '../../journal/folder.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { clusterUsedAt } from '../clusterUse.ts';
import type { CommandContext } from '../context.ts';

const day = 24 * 60 * 60 * 1000;

/** Whole days since then. */
export const daysSince = (time: number, now: number): number => Math.max(0, Math.floor((now - time) / day));

/** Whether a cluster that nobody has used for so many days is to be spoken of. */
export const isLongUnused = (days: number): boolean => days > 3;

/**
Names the machines that nobody has used for seven days, and the cluster that nobody has used for three, from files alone:
the engine is not asked.
*/
export function unusedNotices(context: CommandContext): readonly string[] {
  const { env, language } = context;
  const usedAt = clusterUsedAt(context);
  const days = usedAt === undefined ? 0 : daysSince(usedAt, Date.now());
  const cluster = isLongUnused(days) ? [say(language, message('cluster.unused', { days }))] : [];
  const machines = sessions(stateFolder(env))
    .filter((each) => !each.removed)
    .map((each) => ({ lab: each.lab, days: daysSince(each.usedAt, Date.now()) }))
    .filter(({ days }) => days >= 7)
    .map((values) => say(language, message('home.unused', values)));
  return [...machines, ...cluster];
}
