import type { Engine } from '../engine/engine.ts';

/** Whether the engine has this image, named by tag, digest or ID. */
export const hasImage = ({ docker }: Engine, reference: string): Promise<boolean> =>
  docker
    .getImage(reference)
    .inspect()
    .then(
      () => true,
      (error: unknown) => {
        // 404: no such image (Engine API, `GET /images/{name}/json`).
        if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return false;
        throw error;
      },
    );
