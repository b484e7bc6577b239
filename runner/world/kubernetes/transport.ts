import type { OutgoingHttpHeaders } from 'node:http';
import { Agent, type RequestOptions } from 'node:https';
import type { ConnectionOptions } from 'node:tls';
import { KubeConfig } from '@kubernetes/client-node';

export type Transport = {
  /** `https://127.0.0.1:35059`, without a slash at its end. */
  readonly server: string;
  /** The namespace that its context names. */
  readonly namespace: string;
  /** What a request needs to be let in, tokens that expire renewed. */
  options(): Promise<RequestOptions>;
  /** What a connection of its own needs for the same; undefined where the way there leads through a proxy. */
  secure(): Promise<{ readonly tls: ConnectionOptions; readonly headers: OutgoingHttpHeaders } | undefined>;
  close(): void;
};

/**
Reads a kubeconfig with all that one may hold: certificates, tokens, programs that give tokens, proxies.

A module of its own, because the client library takes some 70 ms to load: only what speaks to a cluster imports it, and late.
*/
export function transport(kubeconfig: string): Transport {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  const server = (config.getCurrentCluster()?.server ?? '').replace(/\/+$/, '');
  let kept: Agent | undefined;
  const access = async (): Promise<RequestOptions> => {
    const options: RequestOptions = {};
    await config.applyToHTTPSOptions(options);
    return options;
  };
  const isStraight = (agent: RequestOptions['agent']): agent is Agent =>
    agent instanceof Agent && agent.constructor === Agent;

  return {
    server,
    namespace: config.getContextObject(config.getCurrentContext())?.namespace ?? 'default',
    options: async () => {
      const options = await access();
      // The library's own agent opens a connection for every call; one that goes through a proxy is left as it is.
      if (isStraight(options.agent)) {
        kept ??= new Agent({ ...options.agent.options, keepAlive: true });
        return { ...options, agent: kept };
      }
      return options;
    },
    secure: async () => {
      const { agent, headers } = await access();
      if (!isStraight(agent)) return undefined;
      const { ca, cert, key, servername, rejectUnauthorized } = agent.options;
      return { tls: { ca, cert, key, servername, rejectUnauthorized }, headers: { ...headers } };
    },
    close: () => kept?.destroy(),
  };
}
