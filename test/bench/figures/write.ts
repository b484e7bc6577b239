import { setTimeout } from 'node:timers/promises';
import { eachLine } from '../../../runner/infra/cluster/eachLine.ts';
import { type ClusterLab, clusterLab, configMapStep, openClusterLab } from '../clusterLab.ts';
import type { Figure } from '../figure.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

const times = 200;
/** Longer than anything is looked at again after a wake, in ms. */
const rest = 200;

/** How long after the write a bare watch heard of it, and the verdict was drawn, in ms. */
type Write = { readonly heard: number; readonly drawn: number };

export const write: Figure = {
  name: 'write',
  about: 'From a write by another client of the API to the verdict on the screen, beside a bare watch.',
  async measure(setting) {
    const writes = await measured(setting);
    const of = 'bare watch';
    const worst = writes.reduce((one, other) => (late(other) > late(one) ? other : one));
    return [
      {
        name: 'API write → drawn, median',
        unit: 'ms',
        ours: median(writes.map(({ drawn }) => drawn)),
        limit: { of, value: median(writes.map(({ heard }) => heard)) },
        goal: { kind: 'beyond', most: 5 },
        times,
      },
      {
        name: 'API write → drawn, worst',
        unit: 'ms',
        ours: worst.drawn,
        limit: { of, value: worst.heard },
        goal: { kind: 'beyond', most: 20 },
        times,
      },
    ];
  },
};

const late = ({ drawn, heard }: Write): number => drawn - heard;

async function measured(setting: Setting): Promise<readonly Write[]> {
  // One more than is counted, so that the first has begun what the others find begun; and one that is never made.
  const names = Array.from({ length: times + 2 }, (_, index) => `bench-${1001 + index}`);
  await using lab = await openClusterLab(setting, clusterLab(setting, 'write', names.map(configMapStep)));
  const watch = await bareWatch(lab);
  const writes: Write[] = [];
  for (const name of names.slice(0, -1)) writes.push(await writeOne(lab, watch, name));
  watch.close();
  return writes.slice(1);
}

async function writeOne(lab: ClusterLab, watch: BareWatch, name: string): Promise<Write> {
  await lab.opened(`${name} is there`);
  // Until what the last write has woken rests: nobody writes within a frame of the one before, which would be drawn a frame later.
  await setTimeout(rest);
  const drawn = lab.lab.terminal.wait(new RegExp(`✔ .*${name}\\b`), 30_000).then(() => performance.now());
  const heard = watch.added(name);
  const began = performance.now();
  await lab.make('configmaps', { metadata: { name } });
  const [heardAt, drawnAt] = await Promise.all([heard, drawn]);
  await lab.remove('configmaps', name);
  return { heard: heardAt - began, drawn: drawnAt - began };
}

/** A reader of the API's own watch, and nothing more. */
type BareWatch = {
  /** Resolves with the time at which an object of this name came. */
  added(name: string): Promise<number>;
  close(): void;
};

async function bareWatch(lab: ClusterLab): Promise<BareWatch> {
  const waiting = new Map<string, (at: number) => void>();
  const stream = await lab.api.open('GET', `${lab.path('configmaps')}?watch=1`);
  const read = async () => {
    for await (const line of eachLine(stream)) {
      const at = performance.now();
      const { type, object } = JSON.parse(line);
      if (type === 'ADDED') waiting.get(object.metadata.name)?.(at);
    }
  };
  read().catch(() => undefined);
  return {
    added: (name) => new Promise((resolve) => waiting.set(name, resolve)),
    close: () => stream.destroy(),
  };
}
