import type { SkeletonRequest } from '../../lab/skeleton/request.ts';
import { type Engine, skeletons } from '../../lab/skeleton/skeletons.ts';
import { type Message, message } from '../../words/message.ts';
import { UsageError } from '../fail.ts';
import type { NewOptions } from '../options.ts';

/** What a new lab is to be. */
export type NewLab = SkeletonRequest & { readonly track: string; readonly engine: Engine };

/** Engines for which there is a lab to start from. */
export const engines = ['docker', 'kubernetes'] as const satisfies readonly Engine[];

export const badId = (id: string): Message | undefined =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length <= 60 ? undefined : message('new.bad-id', { given: id });

export const badMinutes = (minutes: string): Message | undefined =>
  /^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 240
    ? undefined
    : message('new.bad-minutes', { given: minutes });

/** `first-steps` → `First steps`. */
export const titled = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

/** Throws `UsageError` where the command line gives something that cannot be. */
export function checkGiven({ id, track, minutes }: NewOptions): void {
  const wrong =
    (id === undefined ? undefined : badId(id)) ??
    (track === undefined ? undefined : badId(track)) ??
    (minutes === undefined ? undefined : badMinutes(minutes));
  if (wrong) throw new UsageError(wrong);
}

/** A new lab as the command line describes it. Throws `UsageError` where its id is missing. */
export function requestOf({ id, track, engine = engineOf(track), title, titleJa, minutes = '10' }: NewOptions): NewLab {
  if (id === undefined) {
    const help = message('commands.see-help', { command: 'seatrial new' });
    throw new UsageError(message('commands.missing-argument', { name: 'id' }), help);
  }
  const titles =
    title || titleJa
      ? { title: title || titled(id), titleJa: titleJa || title || titled(id) }
      : { title: skeletons[engine].title.en, titleJa: skeletons[engine].title.ja };
  return { id, track: track ?? engine, engine, ...titles, minutes: Number(minutes) };
}

/** A track is called as its engine, mostly. */
export const engineOf = (track: string | undefined): Engine => engines.find((each) => each === track) ?? 'docker';
