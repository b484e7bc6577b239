import type { Finding, NewProofEvent, Outcome, ProofEvent } from '../../runner/prove/event.ts';
import type { ReportSetting } from '../../runner/report/reporter.ts';
import { type ReporterName, reporters } from '../../runner/report/reporters.ts';
import type { Clock } from '../../runner/verdict/clock.ts';
import { message } from '../../runner/words/message.ts';

export const position = { file: '/labs/docker/one/lab.yaml', line: 7, column: 3 };

const finding: Finding = {
  by: 'docker/did',
  status: 'pending',
  because: message('listed.none', { what: 'images' }),
  evidence: { kind: 'observed', observed: { calls: [{ path: '/containers/json', at: 1 }], names: [] } },
};

export const ended = (name: string, result: Outcome, { lab = 'one', step = 'first' } = {}): NewProofEvent => ({
  type: 'phase.ended',
  proof: {
    ...{ lab, step, phase: 'mistaken', name, position, seconds: 0.5, answered: ['7'], result },
    typed: [{ line: name, output: 'a <b> & "c"\n# 100% ]]>\n::error::no, ok 1 - \\#', held: true }],
    findings: [finding],
  },
});

export const failed: Outcome = {
  outcome: 'failed',
  because: message('prove.other-message', { expected: 'a | b' }),
  mismatch: { expected: 'a | b', actual: 'c' },
};
export const errored: Outcome = { outcome: 'errored', because: message('world.helper-lost'), blame: 'machine' };

const steps = [{ id: 'first', title: 'First' }];

/** A run of one lab, in which something is right, something is wrong and something cannot be told. */
export const events: readonly ProofEvent[] = (
  [
    { type: 'run.started', labs: [{ id: 'one', title: 'One', file: position.file, steps }] },
    { type: 'lab.started', lab: 'one' },
    ended('docker ps', { outcome: 'ok' }),
    ended('docker <images> # "x"', failed),
    ended('docker\x07 gone', errored),
    { type: 'machine.kept', lab: 'one', machine: 'seatrial-one-1' },
    { type: 'lab.ended', lab: 'one', outcome: 'errored', seconds: 1.5 },
    { type: 'run.ended', outcome: 'errored', seconds: 1.6 },
  ] satisfies readonly NewProofEvent[]
).map((event) => ({ at: 1_700_000_000_000, ...event }));

/** The same, in which all is as declared. */
export const good: readonly ProofEvent[] = events.flatMap((event): readonly ProofEvent[] => {
  if (event.type === 'machine.kept') return [];
  if (event.type === 'phase.ended') return event.proof.result.outcome === 'ok' ? [event] : [];
  return [event.type === 'lab.ended' || event.type === 'run.ended' ? { ...event, outcome: 'ok' } : event];
});

/** The same, called off after the first failure. */
export const calledOff: readonly ProofEvent[] = events
  .slice(0, 4)
  .concat({ at: 1_700_000_001_000, type: 'run.ended', outcome: 'interrupted', seconds: 1 });

const standing: Clock = { now: () => 1_700_000_000_000, after: () => () => undefined };

/** What a reporter writes of these events. */
export function reported(name: ReporterName, more: Partial<ReportSetting> = {}, told = events): string {
  let text = '';
  const write = (given: string) => {
    text += given;
  };
  const report = reporters[name]({ language: 'en', cwd: '/', clock: standing, write, ...more });
  for (const event of told) report(event);
  return text;
}
