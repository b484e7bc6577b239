import type Docker from 'dockerode';

/** Removes a machine with its volume, whether it runs or not. One that is gone already is no error. */
export async function removeMachine(docker: Docker, id: string): Promise<void> {
  await docker
    .getContainer(id)
    .remove({ force: true, v: true })
    .catch((error: unknown) => {
      const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
      // 404: there is none; 409: somebody else is removing it.
      if (status !== 404 && status !== 409) throw error;
    });
}
