import { type Message, message, passed, pending, type Verdict } from '../../../runner/api.ts';

/** What was done to be rid of it, and what came of that. */
export type Tried =
  /** A client is at work. */
  | { readonly did: 'works' }
  /** A client waits for an answer before it asks the engine for anything. */
  | { readonly did: 'asks'; readonly line: string }
  /** The engine was asked to remove it, without force. */
  | { readonly did: 'refused' }
  /** The engine was asked to remove something that there is not. */
  | { readonly did: 'missed'; readonly reference: string }
  /** No client has asked the engine for anything. */
  | { readonly did: 'failed'; readonly because: Message; readonly hint?: Message };

export type GoneEvidence = {
  readonly noun: string;
  readonly name: string;
  /** It was seen while it existed, or a fact gave its full id. */
  readonly seen: boolean;
  /** Of a container; of anything else `there`. Unset where it is gone. */
  readonly state?: string;
  /** One of its processes that is still there. */
  readonly process?: number;
  readonly tried?: Tried;
};

export function judgeGone({ noun, name, seen, state, process, tried }: GoneEvidence): Verdict {
  if (!seen) return pending(message('gone.never', { noun, name }));
  if (!state && process) return pending(message('gone.process', { name, pid: process }), { attempt: true });
  if (!state)
    return passed(noun === 'container' ? message('gone.both', { name }) : message('gone.gone', { noun, name }));

  if (tried?.did === 'works') return pending(still(noun, name, state));
  if (tried?.did === 'asks')
    return pending(message('gone.asks', { line: tried.line }), { attempt: true, excused: true });
  if (tried?.did === 'failed')
    return pending(tried.because, { attempt: true, ...(tried.hint && { hint: tried.hint }) });
  if (tried?.did === 'missed')
    return pending(message('gone.missed', { noun, reference: tried.reference, name }), { attempt: true });
  if (tried?.did === 'refused' && state === 'running')
    return pending(message('gone.refused', { name }), { attempt: true });
  if (tried?.did === 'refused' && noun !== 'container')
    return pending(message('gone.in-use', { noun, name }), { attempt: true });
  if (state === 'paused') return pending(message('gone.paused', { name }), { attempt: true });
  // On the way to what is asked, so it is told and not counted.
  if (['created', 'exited', 'dead'].includes(state))
    return pending(message('gone.stopped', { name }), { attempt: true, excused: true });
  return pending(still(noun, name, state));
}

const still = (noun: string, name: string, state: string): Message =>
  state === 'there' ? message('gone.there', { noun, name }) : message('gone.running', { name });
