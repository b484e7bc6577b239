import { parse as junit } from 'junit2json';
import { Parser } from 'tap-parser';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ProofEvent } from '../../runner/prove/event.ts';
import { calledOff, events, good, position, reported } from './events.ts';

test('json tells what is wrong, where, and whose fault it is', () => {
  const document = JSON.parse(reported('json'));
  expect(document).toMatchObject({ format: 1, kind: 'proof', outcome: 'errored', keptMachines: ['seatrial-one-1'] });
  const [ok, failed, errored] = document.labs[0].proofs;
  expect(ok.outcome).toBe('ok');
  expect(failed).toMatchObject({ outcome: 'failed', file: position.file, line: 7, mismatch: { expected: 'a | b' } });
  expect(errored).toMatchObject({ outcome: 'errored', blame: 'machine' });
});

test('a parser of JUnit reads failures and errors apart, with what was typed and where', async () => {
  const suites = await junit(reported('junit'));
  expect(suites).toMatchObject({ name: 'seatrial', tests: 3, failures: 1, errors: 1 });
  const suite = suites && 'testsuite' in suites ? suites.testsuite?.[0] : undefined;
  expect(suite).toMatchObject({ name: 'one', tests: 3, failures: 1, errors: 1 });
  const [ok, failed, errored] = suite?.testcase ?? [];
  expect(ok).toMatchObject({ classname: 'one.first', name: 'first › mistaken › docker ps', time: 0.5 });
  expect([ok?.failure, ok?.error]).toEqual([undefined, undefined]);
  expect(failed?.failure).toMatchObject([{ type: 'lab', message: expect.stringContaining('a | b') }]);
  expect(failed?.failure?.[0]?.inner).toContain('a <b> & "c"\n  # 100% ]]>');
  expect(failed?.failure?.[0]?.inner).toContain('labs/docker/one/lab.yaml:7:3');
  expect(failed?.error).toBeUndefined();
  expect(errored?.error).toMatchObject([{ type: 'machine' }]);
  expect(errored?.failure).toBeUndefined();
});

/** The attributes that Jenkins allows: https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd */
const allowed: Readonly<Record<string, readonly string[]>> = {
  testsuites: ['name', 'time', 'tests', 'failures', 'errors'],
  testsuite: ['name', 'tests', 'failures', 'errors', 'group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'file'],
  testcase: ['name', 'time', 'classname', 'group'],
  failure: ['type', 'message'],
  error: ['type', 'message'],
  skipped: ['type', 'message'],
};

test('JUnit has no attribute that a strict schema does not know', () => {
  const id = { lab: 'one', step: 'first', phase: 'solved', name: '', position } as const;
  const untried = events.flatMap((event): readonly ProofEvent[] =>
    event.type === 'lab.ended' ? [{ at: 1, type: 'lab.untried', lab: 'one', proofs: [id] }, event] : [event],
  );
  expect(reported('junit', {}, untried)).toContain('<skipped ');
  for (const told of [untried, good, calledOff]) {
    for (const [, name = '', given = ''] of reported('junit', {}, told).matchAll(/<(\w+)((?: \w+="[^"]*")*)\/?>/g)) {
      const names = [...given.matchAll(/ (\w+)="/g)].map(([, attribute]) => attribute);
      expect(
        names.filter((each) => !allowed[name]?.includes(each ?? '')),
        name,
      ).toEqual([]);
    }
  }
});

/** What a strict parser of TAP finds. */
const tap = (text: string) => {
  const points: [ok: boolean, name: string, diag: unknown][] = [];
  const parser = new Parser({ strict: true });
  parser.on('child', (child: Parser) => child.on('assert', ({ ok, name, diag }) => points.push([ok, name, diag])));
  const results = new Promise<Parser['results']>((resolve) => parser.on('complete', resolve));
  parser.end(text);
  return results.then((found) => ({ points, found }));
};

test('a strict parser of TAP 14 reads a subtest for each lab, and why each point is not ok', async () => {
  expect(reported('tap')).toMatch(/^TAP version 14\n1\.\.1\n/);
  const { points, found } = await tap(reported('tap'));
  expect(found).toMatchObject({ ok: false, count: 1, fail: 1, bailout: false });
  // Without `failures` beside the points that are not ok: nothing was unreadable.
  expect(found?.failures.filter(({ tapError }) => tapError)).toEqual([]);
  expect(points.map(([ok, name]) => [ok, name])).toEqual([
    [true, 'first › mistaken › docker ps'],
    [false, 'first › mistaken › docker <images> # "x"'],
    [false, 'first › mistaken › docker\x07 gone'],
  ]);
  expect(points[1]?.[2]).toMatchObject({ severity: 'fail', at: { file: position.file, line: 7, column: 3 } });
  expect(points[2]?.[2]).toMatchObject({ severity: 'error', details: expect.stringContaining('::error::no') });
  expect((await tap(reported('tap', {}, good))).found).toMatchObject({ ok: true, count: 1, pass: 1 });
});

test('what was proven before an interruption is in the tap stream, too', async () => {
  const { points, found } = await tap(reported('tap', {}, calledOff));
  expect(points.map(([ok]) => ok)).toEqual([true, false]);
  expect(found?.bailout).toBe('interrupted');
});

/** A workflow command as GitHub's runner reads it: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function command(line: string) {
  const [, name = '', given = '', data = ''] = /^::([\w-]+)(?: (.*?))?::(.*)$/.exec(line) ?? expect.fail(line);
  const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const properties = given.split(',').map((each) => {
    const at = each.indexOf('=');
    const value = each.slice(at + 1);
    return [each.slice(0, at), plain(value.replaceAll('%3A', ':').replaceAll('%2C', ','))];
  });
  return { name, properties: Object.fromEntries(properties), text: plain(data) };
}

test('github annotates the line of the lab file, and names the machine that is kept', () => {
  const commands = reported('github').trim().split('\n').map(command);
  expect(commands.map(({ name }) => name)).toEqual(['error', 'error', 'notice']);
  expect(commands[0]?.properties).toEqual({
    file: 'labs/docker/one/lab.yaml',
    line: '7',
    col: '3',
    title: 'one › first › mistaken › docker <images> # "x"',
  });
  expect(commands[0]?.text).toContain('# 100% ]]>\n  ::error::no, ok 1');
  expect(commands[2]?.text).toContain('docker exec -it seatrial-one-1 bash');
  expect(reported('github', {}, good)).toBe('');
});

test('github adds a page to the job, whether all is well or not', () => {
  const pageOf = (told: typeof events): string => {
    let page = '';
    reported('github', { summary: (markdown) => (page += markdown) }, told);
    return page;
  };
  expect(pageOf(events)).toContain('| ⚠️ | one | 3 | 1.5 s |');
  expect(pageOf(events)).toContain('a &#60;b&#62; &#38; &#34;c&#34;');
  expect(pageOf(events)).toContain('docker exec -it seatrial-one-1 bash');
  expect(pageOf(good)).toContain('1 as declared, 0 not as declared, 0 could not be told');
  expect(pageOf(good)).toContain('| ✅ | one | 1 | 1.5 s |');
  expect(pageOf(calledOff)).toContain('interrupted');
});

/** The fields of results.json: https://gradescope-autograders.readthedocs.io/en/latest/specs/ */
const visibility = z.enum(['hidden', 'after_due_date', 'after_published', 'visible']);
const format = z.enum(['text', 'html', 'simple_format', 'md', 'ansi']);
const results = z.strictObject({
  score: z.number().optional(),
  execution_time: z.number().optional(),
  output: z.string().optional(),
  output_format: format.optional(),
  test_output_format: format.optional(),
  test_name_format: format.optional(),
  visibility: visibility.optional(),
  stdout_visibility: visibility.optional(),
  extra_data: z.unknown().optional(),
  tests: z
    .array(
      z.strictObject({
        score: z.number().optional(),
        max_score: z.number().optional(),
        status: z.enum(['passed', 'failed']).optional(),
        name: z.string().optional(),
        name_format: format.optional(),
        number: z.string().optional(),
        output: z.string().optional(),
        output_format: format.optional(),
        tags: z.array(z.string()).optional(),
        visibility: visibility.optional(),
        extra_data: z.unknown().optional(),
      }),
    )
    .optional(),
  leaderboard: z.unknown().optional(),
});

test('gradescope gets a score for each thing that was proven, in the fields that it documents', () => {
  const { tests = [], output } = results.parse(JSON.parse(reported('gradescope')));
  expect(tests.map(({ status, score, max_score }) => [status, score, max_score])).toEqual([
    ['passed', 1, 1],
    ['failed', 0, 1],
    ['failed', 0, 1],
  ]);
  expect(output).toContain('seatrial-one-1');
});

test('plain lines tell what was typed, shown, expected and where it stands', () => {
  const text = reported('plain');
  for (const wanted of ['✔ one › first', 'expected: a | b', '$ docker <images>', 'labs/docker/one/lab.yaml:7:3'])
    expect(text).toContain(wanted);
  expect(text).toContain('1 as declared, 1 not as declared, 1 could not be told');
  expect(text).toContain('docker exec -it seatrial-one-1 bash');
});

test('evidence is told in lines to read', () => {
  const text = reported('plain');
  expect(text).toContain('evidence:\n        calls:\n          - path: /containers/json\n');
  expect(text).not.toContain('{"');
});
