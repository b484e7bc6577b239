import { checks } from '../../checks/index.ts';
import type { Machines } from '../../runner/infra/machine/model.ts';
import type { Lab, Step } from '../../runner/lab/lab.ts';
import { shownWay } from '../../runner/lab/names.ts';
import { slots } from '../../runner/prove/slots.ts';
import { takesAway } from '../../runner/prove/takesAway.ts';
import { type Facts, valuesIn } from '../../runner/session/facts.ts';
import { fill } from '../../runner/session/template.ts';
import { openTypist } from '../../runner/typist/shell/typist.ts';
import { systemClock } from '../../runner/verdict/clock.ts';

const limit = 15_000;
const byName = new Map(checks.map((check) => [check.name, check]));

/** Types all that proving a lab types, on as many machines at a time as proving it takes, and judges nothing. */
export async function typedBare(lab: Lab, machines: Machines, jobs: number): Promise<void> {
  const places = slots(jobs);
  const lastly = lab.steps.filter((step) => takesAway(step, byName));
  await Promise.all([
    places.run(() => typeAll(lab, machines, (step) => [...step.mistakes.flatMap(mistaken), shownWay(step)])),
    places.run(() => typeAll(lab, machines, (step) => (takesAway(step, byName) ? [shownWay(step)] : walked(step)))),
    ...lastly.flatMap((step) =>
      step.variants.map(({ run }) =>
        places.run(() => typeAll(lab, machines, (each) => [each.id === step.id ? run : shownWay(each)], step)),
      ),
    ),
  ]);
}

const mistaken = ({ run, undo }: Step['mistakes'][number]): readonly string[] =>
  [run, undo].flatMap((text) => text ?? []);

/** A blank line stands for putting the machine back. */
const walked = ({ solution, variants }: Step): readonly string[] => [
  ...variants.flatMap(({ run }) => [run, '']),
  solution,
  solution,
];

async function typeAll(
  lab: Lab,
  machines: Machines,
  textsOf: (step: Step) => readonly string[],
  last: Step | undefined = lab.steps.at(-1),
): Promise<void> {
  const machine = await machines.create({ session: `bench-${performance.now()}`, lab: lab.id, language: 'en' });
  try {
    const [typist] = await Promise.all([openTypist(machine, systemClock), machine.load(lab.images)]);
    const { docker, shell } = machine.world;
    let facts: Facts = {};
    for (const step of lab.steps.slice(0, lab.steps.findIndex(({ id }) => id === last?.id) + 1)) {
      const before = new Set((await docker.containers()).map(({ id }) => id));
      for (const text of textsOf(step)) {
        if (text === '') {
          const came = (await docker.containers()).filter(({ id }) => !before.has(id)).map(({ id }) => id);
          if (came.length > 0) await shell.script(`docker rm -f ${came.join(' ')}`, {}, limit);
          continue;
        }
        await typist.type(fill(text.trimEnd(), await valuesIn([text], facts, machine.world)), { limit });
      }
      const [newest] = await docker.containers();
      const names = step.checks.flatMap((use) => (use.kind === 'check' && use.as ? [use.as] : []));
      if (newest) for (const name of names) facts = { ...facts, [name]: { kind: 'container', id: newest.id } };
    }
    typist.close();
  } finally {
    await machine.remove();
  }
}
