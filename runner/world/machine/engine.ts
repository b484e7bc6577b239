import http from 'node:http';
import Docker from 'dockerode';
import { type Relay, relay } from './relay.ts';

/** A call of the API with this in its query is Seatrial's own: the engine ignores it and writes it to its log. */
export const markerOf = (nonce: string): string => `seatrial=${nonce}`;

// Waits for a line before it connects, so that it can be started before there is an engine to connect to.
const connectProgram = ['bash', '-c', 'read -r; exec -a seatrial-relay socat -b 65536 - UNIX-CONNECT:/run/docker.sock'];

class MachineAgent extends http.Agent {
  readonly #open: () => Promise<Relay>;

  constructor(open: () => Promise<Relay>) {
    super({ keepAlive: true, maxSockets: 3 });
    this.#open = open;
  }

  override createConnection(_options: unknown, callback?: (error: Error | null, socket: Relay) => void): undefined {
    this.#open().then(
      (socket) => callback?.(null, socket),
      // An agent reads no second argument where there is an error, but its type wants one.
      (error: unknown) => (callback as ((error: unknown) => void) | undefined)?.(error),
    );
  }
}

type BuildRequest = (request: { readonly path: string }, ...rest: unknown[]) => void;

export type Engine = {
  readonly docker: Docker;
  close(): void;
};

/**
The machine's own engine, over programs executed in the machine: no port, no socket file, the same on every platform.

Two connections are begun at once and wait for the engine, so that the first call need not wait for them.
*/
export function engineOf(host: Docker, machine: string, nonce: string): Engine {
  const waiting = [0, 1].map(() => relay(host, machine, connectProgram).catch(() => undefined));
  const open = async () => {
    const parked = await waiting.shift();
    const socket = parked && !parked.destroyed ? parked : await relay(host, machine, connectProgram);
    socket.write('\n');
    return socket;
  };

  const agent = new MachineAgent(open);
  // Its type knows neither the agent nor the method through which every request goes; both are docker-modem's.
  const options = { protocol: 'http' as const, host: 'machine', port: 80, agent };
  const docker = new Docker(options);
  const build: BuildRequest = Reflect.get(docker.modem, 'buildRequest').bind(docker.modem);
  const buildMarked: BuildRequest = (request, ...rest) => {
    const joint = request.path.includes('?') ? '&' : '?';
    // A redirect would be followed without the agent, to a host that is none.
    const marked = { ...request, path: `${request.path}${joint}${markerOf(nonce)}`, maxRedirects: 0 };
    build(marked, ...rest);
  };
  Reflect.set(docker.modem, 'buildRequest', buildMarked);

  return {
    docker,
    close: () => {
      agent.destroy();
      for (const parked of waiting) parked.then((socket) => socket?.destroy());
    },
  };
}
