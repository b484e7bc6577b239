import { setTimeout as after } from 'node:timers/promises';
import { type Api, Refused } from '../../world/kubernetes/call.ts';
import { WorldError } from '../../world/world.ts';
import { isLockedOut } from './isLockedOut.ts';

/** How long to wait, in ms, before an API server is asked again that refuses or is silent: nothing tells when it no longer is. */
const pause = 100;

/** Resolves once the API server answers. One that starts tells nobody, so it is asked until then. */
export async function answers(api: Api, signal: AbortSignal): Promise<void> {
  for (;;) {
    const answer = await api.open('GET', '/readyz', { signal, patience: 1000 }).catch(() => undefined);
    signal.throwIfAborted();
    if (answer) return void answer.destroy();
    await after(pause, undefined, { signal });
  }
}

/**
Asks, and asks again until the API grants it: what it refuses or breaks off, it may grant a moment later. That it lets nobody
in counts only once it has said that it is ready, for while it begins it lets nobody in.
*/
export async function onceAnswered(api: Api, signal: AbortSignal, ask: () => Promise<void>): Promise<void> {
  for (let wasReady = false; ; wasReady = true) {
    try {
      return await ask();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Refused || error instanceof WorldError)) throw error;
      if (wasReady && isLockedOut(error)) throw error;
    }
    await after(pause, undefined, { signal });
    await answers(api, signal);
  }
}
