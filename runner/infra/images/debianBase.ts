import { message } from '../../words/message.ts';
import type { Engine, Env } from '../engine/engine.ts';
import { withLock } from '../lock.ts';
import type { Report } from '../progress/report.ts';
import { hasImage } from './hasImage.ts';
import { makeBase } from './makeBase.ts';
import { packageBase } from './packageBase.ts';

/** Makes sure that the base is there that stands in where no registry answers; returns how to name it to the engine. */
export const debianBase = (engine: Engine, env: Env, report: Report): Promise<string> =>
  withLock(
    `${engine.endpoint} base`,
    () => report.note(message('setup.image-other-builds', { name: 'base' })),
    async () => {
      if (await hasImage(engine, packageBase.reference)) return packageBase.reference;
      return report.task(message('setup.task-base'), (task) => makeBase(engine, env, task));
    },
  );
