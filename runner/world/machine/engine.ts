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

  /** `maxSockets`: each is a process on the machine. */
  constructor(open: () => Promise<Relay>, options: http.AgentOptions) {
    super(options);
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
  /** The same for what does not end, such as a log that is followed: each question has a connection of its own. */
  readonly streams: Docker;
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
    return begun(parked && !parked.destroyed ? parked : await relay(host, machine, connectProgram));
  };

  // The events' own, those of images on their way, and one for questions meanwhile.
  const agent = new MachineAgent(open, { keepAlive: true, maxSockets: 2 + imagesAtOnce });
  const apart = new MachineAgent(() => relay(host, machine, connectProgram).then(begun), { keepAlive: false });

  return {
    docker: clientOf(agent, nonce),
    streams: clientOf(apart, nonce),
    close: () => {
      agent.destroy();
      apart.destroy();
      for (const parked of waiting) parked.then((socket) => socket?.destroy());
    },
  };
}

/** Lets a connection that waits go on. */
function begun(socket: Relay): Relay {
  socket.write('\n');
  return socket;
}

/** A client whose calls are known for Seatrial's own. */
function clientOf(agent: http.Agent, nonce: string): Docker {
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
  return docker;
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
