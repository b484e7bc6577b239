import { message, passed, type Verdict } from '../../../runner/api.ts';
import { isShell, said, ways, wordsOf } from '../act.ts';
import { type Act, endedAs, isWrong } from '../acts.ts';
import type { DidEvidence, DidParams } from './check.ts';
import { says } from './command.ts';
import { rightReading } from './read.ts';
import { whyNot } from './why.ts';

const list = (given: DidParams['verb']): readonly string[] => (given === undefined ? [] : [given].flat());

/** What of the learner's calls a check speaks about. */
export type Sought = {
  readonly target: string | undefined;
  readonly resource: string | undefined;
  readonly subresources: readonly string[];
  isWay(act: Act): boolean;
  isThere(act: Act): boolean;
};

export function judgeDid(evidence: DidEvidence, wanted: DidParams): Verdict {
  const sought = soughtBy(evidence, wanted);
  // What was begun before anybody watched what is read is taken at its word.
  const right = rightAct(evidence, wanted, sought, evidence.readings?.from);
  if (right) return passed(message('kube.did.done', { what: said(right) }), { at: right.at });
  return rightReading(evidence, wanted) ?? whyNot(evidence, wanted, sought);
}

function soughtBy({ pod }: DidEvidence, wanted: DidParams): Sought {
  const target = wanted.pod === undefined ? wanted.name : pod;
  const resource = wanted.resource ?? (wanted.pod === undefined ? undefined : 'pods');
  const given = list(wanted.subresource);
  const isInside = wanted.program !== undefined || wanted.lists !== undefined || wanted.reads !== undefined;
  const subresources = given.length > 0 || !isInside ? given : ways;
  return {
    ...{ target, resource, subresources },
    isWay: (act) =>
      (resource === undefined || act.resource === resource) &&
      (subresources.length === 0 ? act.subresource === '' : subresources.includes(act.subresource)),
    isThere: (act) =>
      (target === undefined || act.name === target) &&
      (act.subresource === 'ephemeralcontainers' || among(act.container, wanted.container)),
  };
}

function rightAct(
  evidence: DidEvidence,
  wanted: DidParams,
  { isWay, isThere }: Sought,
  before = Number.POSITIVE_INFINITY,
): Act | undefined {
  const { open, typed } = evidence;
  const acts = evidence.acts.filter(({ at }) => at < before);
  const fits = (each: Act) =>
    isWay(each) && !isWrong(each) && among(each.verb, wanted.verb) && isThere(each) && runs(each, evidence, wanted);
  // What an attach leads to was there before, so that it is seen whether anything was typed in it.
  const isTyped = ({ container }: Act) => (container === '' ? typed.length > 0 : typed.includes(container));
  const isUsed = (each: Act) => each.subresource !== 'attach' || wanted.program === undefined || isTyped(each);
  return (
    acts.find((each) => fits(each) && isUsed(each)) ??
    (wanted.shell && !evidence.readings ? open.filter(isShell).find((each) => fits(each) && isTyped(each)) : undefined)
  );
}

const among = (value: string, wanted: DidParams['verb']): boolean =>
  list(wanted).length === 0 || list(wanted).includes(value);

function runs(act: Act, { debugged = [] }: DidEvidence, wanted: DidParams): boolean {
  const programs = list(wanted.program);
  if (programs.length === 0 || !ways.includes(act.subresource)) return true;
  // What a debugging container was told to run stands in the Pod; one that was told nothing runs a shell.
  const told = act.subresource === 'ephemeralcontainers' ? debugged.at(-1) : undefined;
  const command = told?.command ?? act.command;
  if (told ? isShell({ subresource: 'exec', command }) : isShell(act)) return wanted.shell && hasStarted(act);
  const hasRun = told ? told.code !== undefined && endedAs(told.code, wanted.ends) : isDone(act, wanted);
  return (
    hasRun && says(command.join(' '), wanted.contains) && wordsOf({ command }).some((each) => programs.includes(each))
  );
}

const hasStarted = ({ outcome }: Act): boolean =>
  outcome === undefined || !['unstarted', 'unreached', 'unseen'].includes(outcome.kind);

/** Where no node shows what became of an exec, that it was asked for is all there is. */
const isDone = ({ outcome }: Act, wanted: DidParams): boolean =>
  outcome === undefined ||
  (outcome.kind === 'ended' ? endedAs(outcome.code, wanted.ends) : isRunning(outcome.kind, wanted));

const isRunning = (kind: string, { ends }: DidParams): boolean => kind === 'running' && ends === 'any';
