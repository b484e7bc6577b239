import type { ProofEvent } from '../prove/event.ts';
import { oneLine } from './tell.ts';

type Outcome = 'ok' | 'failed' | 'errored';

/** Something that is being proven: what, of which step, and since when (ms since 1970). */
export type Branch = { readonly step: string; readonly phase: string; readonly name: string; readonly since: number };

export type RunningLab = {
  readonly lab: string;
  readonly done: number;
  readonly since: number;
  readonly branches: readonly Branch[];
};

type LabState = {
  done: number;
  ended: boolean;
  since: number;
  readonly branches: Map<string, Branch>;
  readonly steps: Map<string, Outcome>;
};

/** What a tree of labs, steps and phases looks like now. */
export function growingTree() {
  const labs = new Map<string, LabState>();
  const key = (id: { step?: string; phase: string; name: string }) => `${id.step} ${id.phase} ${id.name}`;
  const fresh = (): LabState => ({ done: 0, ended: false, since: 0, branches: new Map(), steps: new Map() });

  return {
    add(event: ProofEvent): void {
      if (event.type === 'run.started') for (const { id } of event.labs) labs.set(id, fresh());
      if (event.type === 'lab.started') labs.set(event.lab, fresh());
      if (event.type === 'lab.ended') {
        const lab = labs.get(event.lab);
        if (lab) lab.ended = true;
      }
      if (event.type === 'phase.started') {
        const { lab: id, step = '', phase, name } = event.id;
        const lab = labs.get(id);
        if (!lab) return;
        lab.since ||= event.at;
        lab.branches.set(key(event.id), { step, phase, name: oneLine(name), since: event.at });
      }
      if (event.type === 'phase.ended') {
        const { proof } = event;
        const lab = labs.get(proof.lab);
        if (!lab) return;
        lab.done += 1;
        lab.branches.delete(key(proof));
        if (!proof.step) return;
        const before = lab.steps.get(proof.step) ?? 'ok';
        lab.steps.set(proof.step, before === 'ok' ? proof.result.outcome : before);
      }
    },
    /** Labs of which something has been proven or is under way, and that have not ended. */
    running: (): readonly RunningLab[] =>
      [...labs].flatMap(([lab, { done, ended, since, branches }]) =>
        ended || since === 0 ? [] : [{ lab, done, since, branches: [...branches.values()] }],
      ),
    steps: (lab: string): readonly { readonly step: string; readonly outcome: Outcome }[] =>
      [...(labs.get(lab)?.steps ?? [])].map(([step, outcome]) => ({ step, outcome })),
    count: (lab: string): number => labs.get(lab)?.done ?? 0,
    labs: (): { readonly all: number; readonly ended: number } => ({
      all: labs.size,
      ended: [...labs.values()].filter(({ ended }) => ended).length,
    }),
  };
}
