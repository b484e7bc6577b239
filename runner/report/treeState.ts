import type { ProofEvent } from '../prove/event.ts';
import { titleOf } from './tell.ts';

type Outcome = 'ok' | 'failed' | 'errored';
type Running = { readonly lab: string; readonly done: number; readonly now: string };
type LabState = { done: number; readonly phases: Map<string, string>; readonly steps: Map<string, Outcome> };

/** What a tree of labs, steps and phases looks like now. */
export function growingTree() {
  const labs = new Map<string, LabState>();
  const key = (id: { step?: string; phase: string; name: string }) => `${id.step} ${id.phase} ${id.name}`;

  return {
    add(event: ProofEvent): void {
      if (event.type === 'lab.started') labs.set(event.lab, { done: 0, phases: new Map(), steps: new Map() });
      if (event.type === 'phase.started') labs.get(event.id.lab)?.phases.set(key(event.id), titleOf(event.id));
      if (event.type === 'phase.ended') {
        const { proof } = event;
        const lab = labs.get(proof.lab);
        if (!lab) return;
        lab.done += 1;
        lab.phases.delete(key(proof));
        if (!proof.step) return;
        const before = lab.steps.get(proof.step) ?? 'ok';
        lab.steps.set(proof.step, before === 'ok' ? proof.result.outcome : before);
      }
    },
    /** Labs with something under way. */
    running: (): readonly Running[] =>
      [...labs].flatMap(([lab, { done, phases }]) => {
        const now = [...phases.values()].join(' · ');
        return phases.size > 0 ? [{ lab, done, now }] : [];
      }),
    steps: (lab: string): readonly { readonly step: string; readonly outcome: Outcome }[] =>
      [...(labs.get(lab)?.steps ?? [])].map(([step, outcome]) => ({ step, outcome })),
    count: (lab: string): number => labs.get(lab)?.done ?? 0,
  };
}
