import { type CheckContext, type Container, message, type World } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import type { Observation, Obstacle } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import { misordered, typography } from '../client.ts';
import { lastPart, lineOf } from '../words.ts';
import { called } from './calls.ts';
import type { DidParams, ExecParams } from './check.ts';
import { type Deed, type Done, isWanted } from './deed.ts';
import { ranIn } from './ran.ts';
import { firstOf } from './said.ts';

/** What the learner has done by the engine since the step opened. */
export const deeds = (wanted: DidParams): Source<Deed> => ({
  noun: 'call',
  async read(world, _paths, context) {
    const { docker } = world;
    const { exec, list } = wanted;
    const reference = exec?.in ?? wanted.of;
    // Asked in any case: an engine that is away is no fault of whoever asks it.
    const containers = await docker.containers(context.signal);
    const found = reference === undefined ? undefined : await docker.container(reference, context.signal);
    const known = found ?? (reference === undefined ? undefined : docker.remembered(reference));
    const about = known?.name ?? reference ?? '';
    const calls = await called(world, wanted, known, context);
    const inspected = new Set(calls.filter(({ what }) => what === 'inspect').map(({ of }) => of));
    const done = [
      ...(exec ? await ranIn(world, exec, known, context) : []),
      ...(exec ? await ranByItself(world, exec, context) : []),
      // What is looked up one after another is named in one breath.
      ...calls.map((each) => (list && each.what === 'inspect' ? { ...each, of: [...inspected].join(', ') } : each)),
      ...onMachine(world, wanted, context),
    ];
    const subjects = done.map(({ at, ...is }): Subject<Deed> => {
      // Of programs that were started the one that is wanted is told of, whatever came after it.
      const over = is.by !== 'run' || is.error !== undefined || undefined;
      return { id: String(at), name: about, fresh: true, at, is, over };
    });
    return {
      subjects,
      about,
      obstacle:
        (exec && whyNothingRuns(about, found)) ?? lastFailed(world, wanted, done, { about, containers, ...context }),
    };
  },
});

/** Whether calls showed what is asked for, by when they came. */
export const shownBefore = ({ subjects }: Observation<Deed>): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    subjects.flatMap(({ at, is: { by, has } }) => (by === 'call' && has !== undefined ? [[at, has]] : [])),
  );

/** Containers that were made to run one of the programs, which shows what is in them and in no other. */
async function ranByItself({ docker }: World, { program }: ExecParams, { since, signal }: CheckContext) {
  const made = (await docker.containers(signal)).filter(({ createdAt }) => createdAt >= since);
  return [...made, ...docker.removed(since)].flatMap(({ command, name, createdAt }): readonly Done[] => {
    const names = [lastPart(command[0] ?? '')];
    if (!names.some((each) => [program].flat().includes(each))) return [];
    return [{ by: 'run', what: lineOf(command), names, of: name, here: false, at: createdAt }];
  });
}

/** Lines typed on the machine that begin with one of the programs, or list processes there. */
function onMachine({ shell }: World, wanted: DidParams, { since }: CheckContext): readonly Done[] {
  const names = wanted.exec ? [wanted.exec.program].flat() : wanted.list ? ['ps', 'top'] : [];
  return shell
    .commands(since)
    .filter(({ line }) => names.includes(line.trim().split(/\s+/)[0] ?? ''))
    .map(({ line, at }) => ({ by: 'line', what: line, names: [], of: '', here: true, at }));
}

function whyNothingRuns(name: string, found: Container | undefined): Obstacle | undefined {
  if (found?.state === 'running') return undefined;
  if (!found) return { because: message('exec.gone', { name }) };
  return { because: message(found.state === 'paused' ? 'exec.paused' : 'exec.not-running', { name }) };
}

/** The last line that called `docker`, where that was in vain, unless what came of it is told of. */
function lastFailed(
  { shell }: World,
  wanted: DidParams,
  done: readonly Done[],
  {
    about,
    containers,
    since,
  }: Pick<CheckContext, 'since'> & { readonly about: string; readonly containers: readonly Container[] },
): Obstacle | undefined {
  const failed = shell.commands(since).findLast(({ line }) => /\bdocker\b/.test(line));
  if (!failed || failed.exitCode === 0) return undefined;
  const { at, began = at, line, exitCode: code } = failed;
  const isTold = (each: Done) => each.by === 'run' || (!wanted.exec && each.refused === true && isWanted(each, wanted));
  if (done.some((each) => each.at >= began && each.at <= at && isTold(each))) return undefined;
  const order = misordered(line, containers);
  if (order) return { at, because: order };
  const letter = typography(line);
  const hint = letter && { hint: letter };
  if (!wanted.exec) return { at, because: message('listed.failed', { line, code, what: wanted.list ?? '' }), ...hint };
  const program = firstOf(wanted.exec.program);
  return { at, because: message('exec.line-failed', { line, code, program, name: about }), vague: true, ...hint };
}
