import type { CheckUse, Lab, Step } from '../lab/lab.ts';
import type { Found } from '../verdict/verdict.ts';
import { type Message, message } from '../words/message.ts';
import type { World } from '../world/world.ts';
import { evictionOf } from './eviction.ts';
import type { Facts } from './facts.ts';

/** Names of the facts that a check binds. */
export const boundBy = (use: CheckUse): readonly string[] =>
  use.kind === 'script' ? (use.gives ?? []) : use.as === undefined ? [] : [use.as];

/** Where a fact comes from: the step and the check that bind it. */
export type Binder = { readonly step: Step; readonly use: CheckUse };

export const binderOf = (lab: Lab, fact: string): Binder | undefined =>
  lab.steps.flatMap((step) => step.checks.map((use) => ({ step, use }))).find(({ use }) => boundBy(use).includes(fact));

/** What must be so of a container that is spoken of: the engine has it; it has processes, be they paused; or they run. */
export type Need = 'there' | 'alive' | 'running';

/** `excused`: it is no fault of the learner's. */
export type Absence = { readonly because: Message; readonly excused?: true };

const enough: Readonly<Record<Need, (state: string) => boolean>> = {
  there: () => true,
  alive: (state) => state === 'running' || state === 'paused',
  running: (state) => state === 'running',
};

/** Why what later steps speak of cannot be spoken of now; undefined where it is as it must be. */
export async function whyAbsent(
  fact: string,
  { step }: Binder,
  need: Need,
  { facts, world }: { readonly facts: Facts; readonly world: World },
): Promise<Absence | undefined> {
  const found = facts[fact];
  if (found?.kind === 'text') return undefined;
  if (!found) return { because: message('fact.skipped', { fact, step: step.title }) };
  if (found.kind === 'pod') return whyPodAbsent(found, step.title, world);
  if (found.kind === 'object') {
    const { of: noun, name } = found;
    const [there] = await world.docker.objects(noun, found.id);
    return there ? undefined : { because: message('fact.object-gone', { noun, name, step: step.title }) };
  }
  const container = await world.docker.container(found.id);
  if (container && enough[need](container.state)) return undefined;
  const name = (container ?? world.docker.remembered(found.id))?.name ?? found.id.slice(0, 12);
  const values = { name, step: step.title };
  if (!container) return { because: message('fact.gone', values) };
  return { because: message(container.state === 'paused' ? 'fact.paused' : 'fact.stopped', values) };
}

/** What somebody else has taken away, by a drain or the like, is none of the learner's fault. */
async function whyPodAbsent(
  { uid, name }: Found & { readonly kind: 'pod' },
  step: string,
  { kubernetes }: World,
): Promise<Absence | undefined> {
  if ((await kubernetes.pods()).some((each) => each.uid === uid)) return undefined;
  const gone = kubernetes.removed('Pod', 0).findLast(({ metadata }) => metadata.uid === uid);
  const said = gone && evictionOf(gone);
  const isOwn =
    kubernetes.audited && kubernetes.actions(0).some((each) => each.subresource === 'eviction' && each.name === name);
  if (said === undefined || isOwn) return { because: message('fact.pod-gone', { name, step }) };
  return { because: message('fact.pod-evicted', { name, step, said }), excused: true };
}
