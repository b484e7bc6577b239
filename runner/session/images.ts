import { WorldError } from '../world/world.ts';
import type { Core } from './core.ts';

/** The lab's images on their way onto its machine. */
export type Images = {
  /** Begins to bring them. */
  bring(): void;
  /** Tries again where the last try has failed. */
  again(): void;
  /** Resolves with whether they are there, once that is known; rejects where that is waited for no more. */
  arrived(signal: AbortSignal): Promise<boolean>;
};

type Given = {
  /** Rejects with `WorldError` where an image cannot be brought. */
  readonly load: (images: readonly string[]) => Promise<void>;
  readonly onFault: (error: unknown) => void;
};

/** That they could not be brought is a trouble that lasts until they are there, whatever checks can be judged meanwhile. */
export function imagesOf(core: Core, { load, onFault }: Given): Images {
  let hasFailed = false;
  let bringing = Promise.resolve();

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
      bringing = attempt();
    },
    again: () => {
      if (hasFailed) bringing = attempt();
    },
    async arrived(signal) {
      const left = Promise.withResolvers<never>();
      left.promise.catch(() => undefined);
      const leave = () => left.reject(signal.reason);
      signal.addEventListener('abort', leave, { once: true });
      await Promise.race([bringing, left.promise]).finally(() => signal.removeEventListener('abort', leave));
      return !hasFailed;
    },
  };
}
