import type Docker from 'dockerode';
import type { Message } from '../../words/message.ts';
import type { HostWorld } from '../host/model.ts';
import { questionOf, readAnswer } from '../request/answer.ts';
import { requester } from '../request/requester.ts';
import { Helper } from './helper.ts';
import { relay } from './relay.ts';

type Requests = { readonly request: HostWorld['request']; close(): void };

/** Requests from the machine and its containers. Who makes them is begun when the first one is wanted. `explain`: what to say where it is lost. */
export function requestsOn(host: Docker, machine: string, explain: () => Message): Requests {
  const begun = new Map<'requester', Helper>();
  const helper = (): Helper => {
    const known = begun.get('requester') ?? new Helper(() => relay(host, machine, ['perl', '-e', requester]), explain);
    begun.set('requester', known);
    return known;
  };
  return {
    request: async (to, from) =>
      readAnswer((await helper().ask('request', ...questionOf(String(from ?? 'self'), to))).toString(), to),
    close: () => begun.get('requester')?.close(),
  };
}
