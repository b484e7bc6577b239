import { setTimeout as delay } from 'node:timers/promises';
import { message } from '../../../words/message.ts';
import { openApi, Refused } from '../../../world/kubernetes/call.ts';
import { within } from '../within.ts';
import { ForeignError } from './ForeignError.ts';

/** How long the API server may take to know of a RoleBinding, in ms: 84 on kind. */
const patience = 15_000;
/** Nothing tells when it knows, so it is asked again after this, in ms. */
const interval = 20;

/** Resolves once the API lets the learner of a session look at their namespace. */
export async function awaitAccess(kubeconfig: string, namespace: string, signal: AbortSignal): Promise<void> {
  const api = await openApi(kubeconfig);
  const late = () => new ForeignError(message('existing.not-let-in', { server: api.server }));
  try {
    await within(patience, signal, late, async (limit) => {
      while (!(await isIn(() => api.call('GET', `/api/v1/namespaces/${namespace}/pods`, { signal: limit })))) {
        await delay(interval, undefined, { signal: limit });
      }
    });
  } finally {
    api.close();
  }
}

async function isIn(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof Refused && [401, 403].includes(error.status)) return false;
    throw error;
  }
}
