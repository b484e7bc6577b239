import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Prepared, prepare } from '../../runner/commands/setup/prepare.ts';
import { removeCluster } from '../../runner/infra/cluster/removeCluster.ts';
import { machinesOn } from '../../runner/infra/machine/machinesOn.ts';
import type { Machines } from '../../runner/infra/machine/model.ts';
import { openTerminal, type Size, type TestTerminal } from '../helpers/terminal.ts';
import { benchCluster, clustersOf } from './clusters.ts';

/** The checkout: the bench itself runs bundled, from elsewhere. */
export const root = process.cwd();
/** The size at which the screen's figures are measured. */
export const wide: Size = { columns: 120, rows: 36 };

const program = join(root, 'dist/main.mjs');

/** What every figure is measured with: the built program, an engine with the images, folders of its own. */
export type Setting = AsyncDisposable & {
  readonly prepared: Prepared;
  readonly machines: Machines;
  /** A folder that is removed at the end. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The built program's own arguments for Node. */
  readonly program: string;
  open(args: readonly string[]): Promise<TestTerminal>;
};

export async function openSetting(): Promise<Setting> {
  const prepared = await prepare({ ...process, images: 'all', language: 'en', root });
  const folder = mkdtempSync(join(tmpdir(), 'seatrial-bench-'));
  const env = {
    ...{ NO_COLOR: undefined, FORCE_COLOR: undefined, CI: undefined, INK_SCREEN_READER: undefined },
    ...{ LANG: 'en_US.UTF-8', LC_ALL: undefined, LC_MESSAGES: undefined, DOCKER_HOST: prepared.engine.endpoint },
    ...{ XDG_STATE_HOME: join(folder, 'state'), XDG_CACHE_HOME: join(folder, 'cache') },
    SEATRIAL_CLUSTER: benchCluster,
  };
  return {
    prepared,
    machines: machinesOn({ ...prepared, clusters: async () => clustersOf(prepared) }),
    folder,
    env,
    program,
    open: (args) => openTerminal(process.execPath, [program, ...args], { ...wide, env, cwd: root }),
    [Symbol.asyncDispose]: async () => {
      await removeCluster(prepared.engine.docker, benchCluster);
      rmSync(folder, { recursive: true });
    },
  };
}
