import type { Fault } from '../../lab/attempts.ts';
import type { Bench } from '../bench.ts';

/** How long it may take to break something, in ms. */
const deadline = 30_000;

/** Breaks something on the machine, by its own means. */
export async function induce(fault: Fault, { machine, lab }: Bench): Promise<void> {
  await machine.world.shell.script(scriptOf(fault, lab.images), {}, deadline);
}

function scriptOf(fault: Fault, images: readonly string[]): string {
  switch (fault.kind) {
    case 'engine-stopped':
      // Whoever would start it again is halted first.
      return 'pkill -STOP -f "[/]usr/lib/seatrial/start"; pkill -KILL dockerd; rm -f /run/docker.sock';
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
