import { z } from 'zod';
import { defineCheck } from '../../../runner/verdict/defineCheck.ts';
import { type Alive, type Found, passed, pending } from '../../../runner/verdict/verdict.ts';
import { verbatim } from '../../../runner/words/message.ts';

const line = z.string();

/** The plainest check of a state: a container runs this line. */
const runs = defineCheck({
  name: 'docker/runs',
  about: 'A container runs this line.',
  params: z.strictObject({ line, stays: z.number().default(0) }),
  wakesOn: ['docker.container'],
  lasting: true,
  stays: ({ stays }) => stays * 1000,
  observe: async (world) =>
    (await world.docker.containers()).map(({ id, state, pid, command }) => ({
      id,
      state,
      pid,
      line: command.join(' '),
    })),
  judge(seen, wanted) {
    const right = seen.filter((each) => each.line === wanted.line && each.state === 'running');
    const [found, ...alternatives] = right.map(({ id }): Found => ({ kind: 'container', id }));
    const alive = right.slice(0, 1).map(({ id, pid = 0 }): Alive => ({ in: 'container', container: id, pid }));
    if (found) return passed(verbatim('It runs.'), { found, alternatives, alive });
    const tried = seen.find((each) => each.line === wanted.line);
    if (tried) return pending(verbatim(`It is ${tried.state}.`), { attempt: true });
    return pending(verbatim('Nothing runs it.'));
  },
});

/** The plainest check of an action: this line was run in a container since the step opened. */
const did = defineCheck({
  name: 'docker/ran',
  about: 'This line was run in a container.',
  params: z.strictObject({ in: z.string(), line }),
  wakesOn: ['docker.exec'],
  observe: async (world, wanted, { since }) =>
    (await world.docker.execs(since))
      .filter((each) => each.container === wanted.in)
      .map(({ args, at }) => ({ line: args.join(' '), at })),
  judge(seen, wanted) {
    const right = seen.find((each) => each.line === wanted.line);
    if (right) return passed(verbatim('It was run.'), { at: right.at });
    const [other] = seen;
    return other
      ? pending(verbatim(`You ran ${other.line}.`), { attempt: true })
      : pending(verbatim('It was not run.'));
  },
});

/** Checks for a session in a world of plain objects. */
export const fakeChecks = new Map([runs, did].map((check) => [check.name, check]));
