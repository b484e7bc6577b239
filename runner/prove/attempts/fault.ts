import type { Ways } from '../../infra/cluster/severable.ts';
import type { Fault } from '../../lab/attempts.ts';
import type { Harness } from '../../typist/harness.ts';

/** How long it may take to break something, in ms. */
const deadline = 30_000;

/** Breaks something on the machine, by its own means. */
export async function induce(fault: Fault, { machine, lab }: Harness): Promise<void> {
  await machine.world.shell.script(scriptOf(fault, lab.images), {}, deadline);
}

/**
Takes away what the lab is about, the machine's engine or its cluster's API server or both: nobody can reach it any more, and who has is cut off.
It stays alive, so that it can be brought back at once, with all that it has, as one that has stopped could not.
*/
export const breakOff = (harness: Harness, ways: Ways | undefined): Promise<void> =>
  reroute(harness, () => ways?.cut(harness.session), {
    docker: "mv /run/docker.sock /run/docker.sock.away; pkill -KILL -f '^seatrial-relay'",
    kubernetes: routed('add'),
  });

/** Brings it back. */
export const mend = (harness: Harness, ways: Ways | undefined): Promise<void> =>
  reroute(harness, () => ways?.mend(harness.session), {
    docker: 'mv /run/docker.sock.away /run/docker.sock',
    kubernetes: routed('del'),
  });

/** Changes the way to whatever the lab needs: the runner's own to the API server, and those on the machine, by these scripts. */
async function reroute(
  { machine, lab: { needs } }: Harness,
  own: () => void,
  scripts: Readonly<Record<'docker' | 'kubernetes', string>>,
): Promise<void> {
  if (needs.kubernetes) own();
  const due = [...(needs.docker ? [scripts.docker] : []), ...(needs.kubernetes ? [scripts.kubernetes] : [])];
  await machine.world.shell.script(due.join('\n'), {}, deadline);
}

/** That nothing leads from the machine to the API server that its kubeconfig names, as where a network is down. */
const routed = (verb: 'add' | 'del'): string => `
server=$(sed -n 's/^ *server: //p' /root/.kube/config | head -n 1)
host=$(echo "$server" | sed -E 's#^https?://(\\[([^]]*)\\]|([^:/]*)).*#\\2\\3#')
for address in $(getent ahosts "$host" | awk '{ print $1 }' | sort -u); do ip route ${verb} unreachable "$address"; done
`;

function scriptOf(fault: Fault, images: readonly string[]): string {
  switch (fault.kind) {
    case 'engine-stopped':
      // Whoever would start it again is halted first.
      return 'pkill -STOP -f "[/]usr/lib/seatrial/services"; pkill -KILL dockerd; rm -f /run/docker.sock';
    case 'engine-paused':
      return 'pkill -STOP dockerd';
    case 'disk-full':
      // A full file system where the engine keeps its containers; the disk of whoever runs this stays as it is.
      return 'mount -t tmpfs -o size=64k tmpfs /var/lib/docker/containers; head -c 1M /dev/zero > /var/lib/docker/containers/full';
    case 'image-missing':
      return `docker image rm -f ${images.join(' ')}`;
    case 'network-down':
      return 'ip link set eth0 down';
    case 'tool-missing':
      return `for path in $(type -ap ${quoted(fault.tool)}); do mv "$path" "$path.missing"; done`;
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
