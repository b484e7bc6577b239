import type { Step } from '../lab/lab.ts';
import type { Wake } from '../world/wake.ts';
import { away, type Needed } from './away.ts';
import { type Core, openStep } from './core.ts';
import { openQuestion } from './intents/answer.ts';
import { blockedBy } from './judgeCheck.ts';
import { referencesIn } from './template.ts';
import { toolsOf, withoutTool } from './tools.ts';
import { beginTrouble, endTrouble } from './trouble.ts';

/** Tells what a question needs and the machine has not: no check looks for it, and the learner would wonder. */
export type Vigil = {
  /** Whether this may have changed it. */
  wake(wake: Wake): boolean;
  look(): Promise<void>;
};

export function vigilOf(core: Core): Vigil {
  let told = false;

  return {
    wake: ({ topic }) => topic === 'shell.command' && isAsked(core),
    async look() {
      const step = openStep(core);
      if (!step || !isAsked(core)) return;
      const since = core.state().steps.find(({ id }) => id === step.id)?.since ?? 0;
      const missing =
        (await withoutTool(core.world, step, since).catch(blockedBy)) ?? (await away(core, neededBy(core, step)));
      if (missing) beginTrouble(core, missing.verdict.because);
      else if (told) endTrouble(core);
      told = missing !== undefined;
    },
  };
}

const isAsked = (core: Core): boolean => openQuestion(core.lab(), core.state()) !== undefined;

/** A step needs what its own ways call, and what its questions ask about. */
function neededBy(core: Core, step: Step): Needed {
  const tools = toolsOf(step);
  const spoken = step.questions.flatMap(({ answer }) => answer).flatMap(referencesIn);
  const kinds = new Set(spoken.map(({ name }) => core.state().facts[name]?.kind));
  return {
    docker: tools.has('docker') || kinds.has('container'),
    kubernetes: tools.has('kubectl') || kinds.has('pod'),
  };
}
