import type Docker from 'dockerode';

/** Whether some Seatrial works with this machine now, whoever's it is: its helper lives there no longer than its runner. */
export async function machineInUse(docker: Docker, id: string): Promise<boolean> {
  // A machine that is stopped has no processes to be asked for.
  const found: { readonly Processes: readonly (readonly string[])[] } = await docker
    .getContainer(id)
    .top()
    .catch(() => ({ Processes: [] }));
  return found.Processes.some((columns) => columns.at(-1)?.startsWith('seatrial-helper'));
}
