import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Docker from 'dockerode';
import { execa } from 'execa';
import { vi } from 'vitest';
import { listMachines } from '../../runner/infra/machine/listMachines.ts';
import type { MachineRecord } from '../../runner/infra/machine/model.ts';
import { removeMachine } from '../../runner/infra/machine/removeMachine.ts';
import { parseJournal } from '../../runner/journal/file.ts';
import { journalPath, sessions, stateFolder } from '../../runner/journal/folder.ts';
import type { SessionEvent } from '../../runner/session/event.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { openTerminal, type TerminalOptions, type TestTerminal } from '../helpers/terminal.ts';

// Whoever imports this waits for many screens in one test, and on a busy computer for some of them half a minute.
vi.setConfig({ testTimeout: 240_000 });

const program = resolve(import.meta.dirname, '../../dist/main.mjs');
const engine = new Docker();

type Environment = Readonly<Record<string, string | undefined>>;

/** Somebody with a home folder of their own who runs the built program. `await using` leaves nothing of theirs behind. */
export class Newcomer implements AsyncDisposable {
  readonly #home: Awaited<ReturnType<typeof temporaryFolder>>;
  readonly #env: Environment;
  readonly #met = new Set<string>();

  constructor(home: Awaited<ReturnType<typeof temporaryFolder>>, env: Environment) {
    this.#home = home;
    this.#env = {
      HOME: home.path,
      XDG_STATE_HOME: join(home.path, 'state'),
      XDG_CACHE_HOME: join(home.path, 'cache'),
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
      CI: undefined,
      INK_SCREEN_READER: undefined,
      LC_ALL: undefined,
      LANG: 'en_US.UTF-8',
      ...env,
    };
  }

  /** The program on a terminal of its own; with `output`, what it writes to its standard output goes into that file. */
  run(
    args: readonly string[],
    { env, output, ...options }: TerminalOptions & { readonly output?: string } = {},
  ): Promise<TestTerminal> {
    // A pty's library sets TERM itself.
    const kind = `TERM=${env?.TERM ?? 'xterm-256color'}`;
    const all = { ...this.#env, ...env };
    const into = output === undefined ? [] : ['sh', '-c', 'exec "$@" > "$0"', output];
    return openTerminal('env', [kind, ...into, process.execPath, program, ...args], { ...options, env: all });
  }

  /** The program without a terminal. */
  async pipe(args: readonly string[], env: Environment = {}, input?: string) {
    const { exitCode, stdout, stderr } = await execa(process.execPath, [program, ...args], {
      env: { ...this.#env, ...env },
      reject: false,
      ...(input === undefined ? { stdin: 'ignore' } : { input }),
    });
    return { exitCode, stdout, stderr };
  }

  get state(): string {
    return stateFolder(this.#env);
  }

  /** Where the session used last has its journal. */
  get journal(): string {
    return journalPath(this.state, sessions(this.state)[0]?.session ?? '');
  }

  /** What the journal of the session used last says. */
  events(): readonly SessionEvent[] {
    return parseJournal(readFileSync(this.journal)).events;
  }

  /** A fact as the session knows it: a container's id, or a text that was kept. */
  fact(name: string): string {
    const bound = this.events().findLast((event) => event.type === 'fact.bound' && event.name === name);
    if (bound?.type !== 'fact.bound') throw new Error(`There is no fact ${name} yet.`);
    const { value } = bound;
    if (value.kind === 'text') return value.text;
    return value.kind === 'pod' ? value.uid : value.id;
  }

  /** Names of the sessions that are kept. */
  sessions(): readonly string[] {
    return sessions(this.state).map((each) => each.session);
  }

  /** Every machine of theirs that the engine has. */
  async machines(): Promise<readonly MachineRecord[]> {
    for (const { session } of sessions(this.state)) this.#met.add(session);
    return (await listMachines(engine)).filter((each) => this.#met.has(each.session));
  }

  async machine(): Promise<MachineRecord> {
    const [machine] = await this.machines();
    if (!machine) throw new Error('There is no machine.');
    return machine;
  }

  /** Runs a script on the machine from outside, as a second terminal would. */
  async aside(script: string): Promise<string> {
    const { name } = await this.machine();
    const { stdout } = await execa('docker', ['exec', name, 'bash', '-c', script]);
    return stdout.trim();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { id } of await this.machines()) await removeMachine(engine, id);
    await this.#home[Symbol.asyncDispose]();
  }
}

export const newcomer = async (env: Environment = {}): Promise<Newcomer> => new Newcomer(await temporaryFolder(), env);

/** What a machine has on the learner's engine: itself and its volumes, as far as they are there now. */
export async function traces({ id }: MachineRecord): Promise<() => Promise<readonly string[]>> {
  const { Mounts: mounts } = await engine.getContainer(id).inspect();
  const names = mounts.flatMap((each) => each.Name ?? []);
  return async () => {
    const containers = await engine.listContainers({ all: true });
    const { Volumes: volumes } = await engine.listVolumes();
    return [...containers.map((each) => each.Id), ...volumes.map((each) => each.Name)].filter(
      (each) => each === id || names.includes(each),
    );
  };
}

/** Things of the learner's own on their engine, which nobody else may touch. `await using` removes them. */
export async function possessions() {
  const name = `seatrial-test-possession-${process.pid}`;
  const image = (await engine.listImages()).find((each) =>
    each.RepoTags?.some((tag) => tag.startsWith('seatrial/linux:')),
  );
  const network = await engine.createNetwork({ Name: name });
  await engine.createVolume({ Name: name });
  const container = await engine.createContainer({
    name,
    Image: image?.Id ?? '',
    Cmd: ['sleep', '33333'],
    HostConfig: { Binds: [`${name}:/data`], NetworkMode: name },
  });
  await container.start();
  return {
    look: async () => ({
      container: await container.inspect(),
      network: await network.inspect(),
      volume: await engine.getVolume(name).inspect(),
    }),
    async [Symbol.asyncDispose]() {
      await container.remove({ force: true });
      await engine.getVolume(name).remove();
      await network.remove();
    },
  };
}
