import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import Docker from 'dockerode';
import { type Relay, relay } from './relay.ts';

/** A call of the API with this in its query is Seatrial's own: the engine ignores it and writes it to its log. */
export const markerOf = (nonce: string): string => `seatrial=${nonce}`;

// Waits for a line before it connects, so that it can be started before there is an engine to connect to.
const connectProgram = ['bash', '-c', 'read -r; exec -a seatrial-relay socat -b 65536 - UNIX-CONNECT:/run/docker.sock'];

/** So many images may be on their way to the engine, so that it answers meanwhile. */
export const imagesAtOnce = 2;

class MachineAgent extends http.Agent {
  readonly #open: () => Promise<Relay>;

  constructor(open: () => Promise<Relay>) {
    // The events' own, those of images on their way, and one for questions meanwhile: each is a process on the machine.
    super({ keepAlive: true, maxSockets: 2 + imagesAtOnce });
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

type Answered = (error: unknown, answer?: unknown) => void;
type Context = { readonly isStream?: boolean };
type BuildRequest = (request: { readonly path: string }, context: Context, data: unknown, answered: Answered) => void;

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
  const buildMarked: BuildRequest = (request, context, data, answered) => {
    const joint = request.path.includes('?') ? '&' : '?';
    const path = `${request.path}${joint}${markerOf(nonce)}`;
    // A redirect would be followed without the agent, to a host that is none.
    const marked = { ...request, path, maxRedirects: 0 };
    if (context.isStream) build(marked, context, data, answered);
    else build(marked, { ...context, isStream: true }, data, whole(answered));
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

/** Answers with what the body says. docker-modem itself waits for its end, which never comes where the engine is killed meanwhile. */
function whole(answered: Answered): Answered {
  return (error, answer) => {
    if (!(answer instanceof http.IncomingMessage)) return answered(error, answer);
    buffer(answer).then((bytes) => answered(null, json(bytes)), answered);
  };
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return bytes;
  }
}
