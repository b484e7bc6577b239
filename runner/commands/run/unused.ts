import { sessions, stateFolder } from '../../journal/folder.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { CommandContext } from '../context.ts';

const day = 24 * 60 * 60 * 1000;

/** Whole days since then. */
export const daysSince = (time: number, now: number): number => Math.max(0, Math.floor((now - time) / day));

/** Names the machines that nobody has used for seven days, from the journals alone: the engine is not asked. */
export function unusedNotices({ env, language }: CommandContext): readonly string[] {
  return sessions(stateFolder(env))
    .filter((each) => !each.removed)
    .map((each) => ({ lab: each.lab, days: daysSince(each.usedAt, Date.now()) }))
    .filter(({ days }) => days >= 7)
    .map((values) => say(language, message('home.unused', values)));
}
