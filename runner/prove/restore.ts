import type { Bench } from './bench.ts';

/** What of a machine later steps could notice, as texts that are the same where nothing differs. */
type Snapshot = {
  /** Full ids of the containers that there are. */
  readonly containers: readonly string[];
  readonly whole: string;
};

/** How long looking, or putting things back, may take on the machine, in ms. */
const deadline = 20_000;

const look = `
docker image ls -aq --no-trunc | sort
docker network ls -q --no-trunc | sort
docker volume ls -q | sort
find /root /tmp /home /srv /opt /etc -xdev ! -name .bash_history ! -name 'docker-*' '(' -type d -printf '%p\\n' ')' -o -printf '%p %y %s %T@\\n' | sort
`;

export async function snapshot({ machine }: Bench): Promise<Snapshot> {
  const { docker, host, shell } = machine.world;
  const containers = (await docker.containers()).toSorted((one, other) => one.id.localeCompare(other.id));
  const [changes, processes, rest] = await Promise.all([
    Promise.all(containers.map(({ id }) => docker.changes(id))),
    host.processes(),
    shell.script(look, {}, deadline),
  ]);
  const states = containers.map(({ id, name, state, startedAt, networks }, index) => {
    return { id, name, state, startedAt, networks, changes: changes[index] };
  });
  const lasting = processes.filter(({ args }) => args.length > 0).map(({ pid, startTicks }) => `${pid} ${startTicks}`);
  return {
    containers: containers.map(({ id }) => id),
    whole: JSON.stringify({ states, rest: rest.output, processes: lasting.toSorted() }),
  };
}

/**
Puts the machine back to where it was: removes the containers and files that came since.
Resolves with whether it is now, provably, as it was; if not, only another machine will do.
*/
export async function restore(bench: Bench, before: Snapshot): Promise<boolean> {
  const { docker, shell } = bench.machine.world;
  const came = (await docker.containers()).filter(({ id }) => !before.containers.includes(id));
  if (came.length > 0) await shell.script(`docker rm -f ${came.map(({ id }) => id).join(' ')}`, {}, deadline);
  if ((await snapshot(bench)).whole === before.whole) return true;
  // What has been killed may take a moment to be gone.
  await bench.watched().settled();
  return (await snapshot(bench)).whole === before.whole;
}
