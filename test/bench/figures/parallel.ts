import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { z } from 'zod';
import type { Figure } from '../figure.ts';
import { root, type Setting } from '../setting.ts';
import { timed } from '../statistics.ts';

const copies = 8;
const lab = 'isolated-processes';

const report = z.object({
  labs: z.array(
    z.object({
      proofs: z.array(
        z.object({ step: z.string().optional(), phase: z.string(), name: z.string(), outcome: z.string() }),
      ),
    }),
  ),
});

export const parallel: Figure = {
  name: 'parallel',
  about: `${copies} copies of \`${lab}\` proven in parallel and one after another; each verdict the same in every repeat.`,
  byName: true,
  async measure(setting, { repeats }) {
    const labs = copiesOf(setting);
    const verdicts = new Set<string>();
    const prove = (jobs: number) => async () => {
      for (const each of await proved(setting, labs, jobs)) verdicts.add(each);
    };
    const apart = await timed(prove(1));
    const first = await timed(prove(availableParallelism()));
    let together = first;
    for (let n = 1; n < repeats; n++) {
      process.stderr.write(
        `  repeat ${n} of ${repeats}: ${(together / 1000).toFixed(0)} s, ${verdicts.size} kinds of copies\n`,
      );
      together = Math.min(together, await timed(prove(availableParallelism())));
    }
    const times = repeats;
    const limit = { of: 'one after another', value: apart };
    return [
      {
        name: `${copies} copies in parallel`,
        unit: 'ms',
        ours: first,
        limit,
        goal: { kind: 'times', most: 0.59 },
        times,
      },
      {
        name: `copies that came out otherwise, in ${repeats + 1} × ${copies}`,
        unit: 'actions',
        ours: verdicts.size - 1,
        goal: { kind: 'amount', most: 0 },
        times,
      },
    ];
  },
};

function copiesOf({ folder }: Setting): readonly string[] {
  return Array.from({ length: copies }, (_, index) => {
    const path = join(folder, `copy-${index + 1}`);
    cpSync(join(root, 'labs/docker', lab), path, { recursive: true });
    const file = join(path, 'lab.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(`id: ${lab}`, `id: copy-${index + 1}`));
    return path;
  });
}

/** All verdicts of each lab, as a text that is the same where they are. */
async function proved({ program, env }: Setting, labs: readonly string[], jobs: number): Promise<readonly string[]> {
  const args = ['test', ...labs, '--trust', '--json', '--jobs', `${jobs}`];
  const { stdout } = await execa(process.execPath, [program, ...args], { env, reject: false, maxBuffer: 1e9 });
  return report
    .parse(JSON.parse(stdout))
    .labs.map(({ proofs }) => JSON.stringify(proofs.map((each) => Object.values(each).join(' › ')).toSorted()));
}
