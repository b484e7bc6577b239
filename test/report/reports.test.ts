import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Finding, NewProofEvent, Outcome, ProofEvent } from '../../runner/prove/event.ts';
import type { ReportSetting } from '../../runner/report/reporter.ts';
import { type ReporterName, reporters } from '../../runner/report/reporters.ts';
import { message } from '../../runner/words/message.ts';

const position = { file: '/labs/docker/one/lab.yaml', line: 7, column: 3 };
const finding: Finding = {
  by: 'docker/listed',
  status: 'pending',
  because: message('listed.none', { what: 'images' }),
};

const ended = (name: string, result: Outcome): NewProofEvent => ({
  type: 'phase.ended',
  proof: {
    ...{ lab: 'one', step: 'first', phase: 'mistaken', name, position, seconds: 0.5, answered: [], result },
    typed: [{ line: name, output: 'a <b> & "c"\n# 100% ]]>', held: false }],
    findings: [finding],
  },
});

const steps = [{ id: 'first', title: 'First' }];
const events: readonly ProofEvent[] = (
  [
    { type: 'run.started', labs: [{ id: 'one', title: 'One', file: position.file, steps }] },
    { type: 'lab.started', lab: 'one' },
    ended('docker ps', { outcome: 'ok' }),
    ended('docker <images> # "x"', {
      outcome: 'failed',
      because: message('prove.other-message', { expected: 'a | b' }),
      mismatch: { expected: 'a | b', actual: 'c' },
    }),
    ended('docker\x07 gone', { outcome: 'errored', because: message('world.helper-lost'), blame: 'machine' }),
    { type: 'machine.kept', lab: 'one', machine: 'seatrial-one-1' },
    { type: 'lab.ended', lab: 'one', outcome: 'errored', seconds: 1.5 },
    { type: 'run.ended', outcome: 'errored', seconds: 1.6 },
  ] satisfies readonly NewProofEvent[]
).map((event) => ({ at: 1_700_000_000_000, ...event }));

function reported(name: ReporterName, more: Partial<ReportSetting> = {}, told = events): string {
  let text = '';
  const write = (given: string) => {
    text += given;
  };
  const report = reporters[name]({ language: 'en', cwd: '/', write, ...more });
  for (const event of told) report(event);
  return text;
}

test('json is one document of a known format', () => {
  const document = JSON.parse(reported('json'));
  expect(document).toMatchObject({ format: 1, outcome: 'errored', keptMachines: ['seatrial-one-1'] });
  const [ok, failed, errored] = document.labs[0].proofs;
  expect(ok.outcome).toBe('ok');
  expect(failed).toMatchObject({ outcome: 'failed', file: position.file, line: 7, mismatch: { expected: 'a | b' } });
  expect(errored).toMatchObject({ outcome: 'errored', blame: 'machine' });
});

test('tap is a version 14 stream with a subtest for each lab', () => {
  const lines = reported('tap').split('\n');
  expect(lines[0]).toBe('TAP version 14');
  expect(lines[1]).toBe('1..1');
  expect(lines).toContain('    not ok 2 - first › mistaken › docker <images> \\# "x"');
  expect(lines.filter((line) => line.startsWith('not ok '))).toHaveLength(1);
  const from = lines.indexOf('      ---');
  const block = lines.slice(from + 1, lines.indexOf('      ...'));
  expect(parse(block.join('\n'))).toMatchObject({ severity: 'fail', at: { line: 7 } });
});

test('what was proven before an interruption is in the tap stream, too', () => {
  const until: readonly ProofEvent[] = events
    .slice(0, 4)
    .concat({ at: 0, type: 'run.ended', outcome: 'interrupted', seconds: 1 });
  const text = reported('tap', {}, until);
  expect(text).toContain('    ok 1 - first › mistaken › docker ps\n');
  expect(text).toContain('\nnot ok 1 - one\nBail out! interrupted\n');
});

test('github annotates the line of the lab file and adds a page to the job', () => {
  let page = '';
  const text = reported('github', { summary: (markdown) => (page += markdown) });
  const [first = ''] = text.split('\n');
  expect(first).toMatch(/^::error file=labs\/docker\/one\/lab.yaml,line=7,col=3,title=one › first › mistaken › /);
  expect(first).toContain('%0A');
  expect(text.trim().split('\n')).toHaveLength(2);
  expect(page).toContain('a \\| b');
});

test('gradescope gets a score for each thing that was proven', () => {
  const { tests } = JSON.parse(reported('gradescope'));
  expect(tests.map((each: { status: string; score: number }) => [each.status, each.score])).toEqual([
    ['passed', 1],
    ['failed', 0],
    ['failed', 0],
  ]);
});

test('plain lines tell what was typed, shown, expected and where it stands', () => {
  const text = reported('plain');
  for (const wanted of ['✔ one › first', 'expected: a | b', '$ docker <images>', 'labs/docker/one/lab.yaml:7:3'])
    expect(text).toContain(wanted);
  expect(text).toContain('1 as declared, 1 not as declared, 1 could not be told');
});
