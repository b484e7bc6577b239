import type { Clock } from '../../../runner/verdict/clock.ts';
import type { Container } from '../../../runner/world/docker/model.ts';
import type { HostProcess } from '../../../runner/world/host/model.ts';
import type { Wake } from '../../../runner/world/wake.ts';
import type { Things } from './machine.ts';

type Run = {
  readonly image?: string;
  /** Network → address. */
  readonly networks?: Readonly<Record<string, string>>;
};

/** Somebody at the keyboard of a machine in memory. Each of these wakes as the real thing would. */
export type Learner = ReturnType<typeof learnerAt>;

export function learnerAt(things: Things, clock: Clock, wake: (wake: Wake) => void) {
  let count = 0;
  const now = () => clock.now() + things.ahead;
  const tell = (topic: string, subject?: string) => wake({ topic, at: now(), ...(subject && { subject }) });
  const change = (name: string, changes: Partial<Container>) => {
    things.containers = things.containers.map((each) => (each.name === name ? { ...each, ...changes } : each));
  };
  const find = (name: string): Container => {
    const found = things.containers.find((each) => each.name === name);
    if (!found) throw new Error(`This test has no container ${name}.`);
    return found;
  };
  const call = (method: string, path: string) => {
    things.calls = [...things.calls, { method, path, query: {}, at: now() }];
  };
  const first = (pid: number, { id, command }: Pick<Container, 'id' | 'command'>): HostProcess => ({
    ...{ pid, parent: 1, insidePid: 1, name: command[0] ?? '', args: command },
    ...{ namespaces: { pid: `pid:[${pid}]`, net: '', mnt: '' }, startTicks: pid, foreground: false },
    ...{ container: id, session: pid, uid: 0, startedAt: now(), age: 0 },
  });

  const start = (name: string) => {
    count += 1;
    const pid = 1000 + count;
    const { exitCode: _, ...rest } = find(name);
    things.containers = things.containers.map((each) =>
      each.name === name ? { ...rest, state: 'running', pid, startedAt: now() } : each,
    );
    things.processes = [...things.processes, first(pid, rest)];
    tell('docker.container.start', rest.id);
  };

  /** The container's first process ends, for whatever reason. */
  const ends = (name: string, exitCode: number) => {
    const { pid, ...rest } = find(name);
    things.processes = things.processes.filter((each) => each.pid !== pid);
    things.containers = things.containers.map((each) =>
      each.name === name ? { ...rest, state: 'exited', exitCode, lastExitCode: exitCode } : each,
    );
    tell('docker.container.die', rest.id);
  };

  return {
    call,
    ends,
    /** `docker run -d --name NAME IMAGE LINE` */
    run(name: string, line: string, { image = 'linux', networks = { bridge: `172.17.0.${count + 2}` } }: Run = {}) {
      count += 1;
      const container: Container = {
        ...{ id: `${count}`.padStart(64, 'c'), name, image, imageId: image, command: line.split(' ') },
        ...{ state: 'created', attachable: false, createdAt: now() },
        networks: Object.entries(networks).map(([network, ip]) => ({ name: network, ip })),
      };
      call('POST', '/containers/create');
      things.containers = [container, ...things.containers];
      start(name);
      return container;
    },
    /** `docker start NAME` */
    start,
    /** It ends by itself, and the engine starts it again: `--restart always`. */
    restarts(name: string, exitCode: number) {
      ends(name, exitCode);
      start(name);
    },
    /** `docker stop NAME`, which asks first and then kills. */
    stop(name: string) {
      call('POST', `/containers/${name}/stop`);
      ends(name, 137);
    },
    /** `docker rm -f NAME` */
    remove(name: string) {
      call('DELETE', `/containers/${name}`);
      if (find(name).state === 'running') ends(name, 137);
      const gone = find(name);
      things.containers = things.containers.filter((each) => each !== gone);
      things.removed = [...things.removed, gone];
      tell('docker.container.destroy', gone.id);
    },
    /** `docker network disconnect NETWORK NAME` */
    disconnect(name: string, network: string) {
      call('POST', `/networks/${network}/disconnect`);
      change(name, { networks: find(name).networks.filter((each) => each.name !== network) });
      tell('docker.network.disconnect', find(name).id);
    },
    /** `docker exec NAME LINE` */
    exec(name: string, line: string, exitCode = 0) {
      const { id } = find(name);
      call('POST', `/containers/${name}/exec`);
      things.execs = [
        ...things.execs,
        {
          ...{ id: String(things.execs.length), container: id, args: line.split(' '), asked: true },
          at: now(),
          exitCode,
          endedAt: now(),
        },
      ];
      tell('docker.exec.die', id);
    },
    /** A line in the machine's own shell. */
    types(line: string, exitCode = 0) {
      things.commands = [...things.commands, { line, exitCode, directory: '/root', began: now() - 1, at: now() }];
      tell('shell.command');
    },
  };
}
