import type { SessionRecord } from '../journal/folder.ts';

/** How far the learner is with a lab. `begun`: the session that can be continued, where there is one. */
export type Standing = { readonly state: 'new' | 'begun' | 'done'; readonly begun?: SessionRecord };

/** That of the lab of this id, by all sessions that are kept. */
export function standingIn(sessions: readonly SessionRecord[], lab: string): Standing {
  const own = sessions.filter((each) => each.lab === lab);
  const begun = own.find((each) => !each.removed && !each.finished);
  if (begun) return { state: 'begun', begun };
  return { state: own.some((each) => each.finished) ? 'done' : 'new' };
}
