import type Docker from 'dockerode';

/** `$1` is the id of a container; its own group stands in the path of those of the containers in it. */
const script = `find /freezer -path "*$1*" -name freezer.state -exec sh -c 'echo THAWED > "$1"' unpause {} \\;`;

/**
Wakes what was paused inside a container that has been killed and cannot end.

A process in a frozen group of cgroup v1 takes no signal until it is thawed, SIGKILL included, and PID 1 of a PID namespace does not end before
all others in it have (the kernel's freezer-subsystem.rst; pid_namespaces(7)). No new process can be started in there then, so it is done from beside.
*/
export async function unpauseInside(docker: Docker, id: string): Promise<void> {
  const { Image } = await docker.getContainer(id).inspect();
  const beside = await docker.createContainer({
    Image,
    Entrypoint: ['sh', '-c', script, 'unpause'],
    Cmd: [id],
    HostConfig: { Privileged: true, NetworkMode: 'none', Binds: ['/sys/fs/cgroup/freezer:/freezer'] },
  });
  try {
    await beside.start();
    await beside.wait();
  } finally {
    await beside.remove({ force: true, v: true });
  }
}
