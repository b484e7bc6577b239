import { message } from '../../words/message.ts';
import type { Engine } from '../engine/engine.ts';
import type { Report, Task } from '../progress/report.ts';
import { hasImage } from './hasImage.ts';
import { readBuild } from './readBuild.ts';

export type Registry = {
  /** True once the engine has this image: it was there, or the registry gave it. False where no registry answers. */
  provide(reference: string, report: Report): Promise<boolean>;
  /** Does the registry answer the engine? Nothing is pulled. */
  answers(): Promise<boolean>;
};

/** ms until the first sign of life; what is coming then may take its time. */
const patience = 8_000;

/** The registry as the engine reaches it. That it does not answer is remembered, so it costs its deadline once. */
export function registryOf(engine: Engine): Registry {
  const { docker } = engine;
  let silent = false;
  async function pull(reference: string, task: Task): Promise<boolean> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), patience);
    try {
      const stream = await docker.pull(reference, { abortSignal: giveUp.signal });
      await readBuild(stream, ({ status, progressDetail }) => {
        clearTimeout(timer);
        if (status) task.line(status);
        const { current, total } = progressDetail ?? {};
        if (current !== undefined && total) task.progress(current, total);
      });
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async answers() {
      const asked = docker.getImage('debian:trixie-slim').distribution({ abortSignal: AbortSignal.timeout(patience) });
      return asked.then(
        () => true,
        () => false,
      );
    },

    async provide(reference, report) {
      if (await hasImage(engine, reference)) return true;
      if (silent) return false;
      silent = !(await report.task(message('setup.task-registry', { base: reference }), (task) =>
        pull(reference, task),
      ));
      return !silent;
    },
  };
}
