import { WorldError } from '../world/world.ts';
import type { Core } from './core.ts';

/** The lab's images on their way onto its machine. */
export type Images = {
  /** Begins to bring them. */
  bring(): void;
  /** Tries again where the last try has failed. */
  again(): void;
};

type Given = {
  /** Rejects with `WorldError` where an image cannot be brought. */
  readonly load: (images: readonly string[]) => Promise<void>;
  readonly onFault: (error: unknown) => void;
};

/** That they could not be brought is a trouble that lasts until they are there, whatever checks can be judged meanwhile. */
export function imagesOf(core: Core, { load, onFault }: Given): Images {
  let hasFailed = false;

  const attempt = async () => {
    const { images } = core.lab();
    hasFailed = false;
    try {
      await load(images);
      core.emit({ type: 'images.ready', images });
      if (core.state().troubleOf === 'images') core.emit({ type: 'trouble.ended' });
    } catch (error) {
      if (!(error instanceof WorldError)) return onFault(error);
      hasFailed = true;
      const { explanation: trouble } = error;
      if (JSON.stringify(core.state().trouble) !== JSON.stringify(trouble))
        core.emit({ type: 'trouble.began', trouble, of: 'images' });
    }
  };

  return {
    bring: () => {
      const { images } = core.lab();
      if (images.length === 0) return;
      core.emit({ type: 'images.loading', images });
      void attempt();
    },
    again: () => {
      if (hasFailed) void attempt();
    },
  };
}
