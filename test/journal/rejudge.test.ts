import fc from 'fast-check';
import { expect, test } from 'vitest';
import { container } from '../../checks/docker/container/check.ts';
import { did } from '../../checks/docker/did/check.ts';
import { gone } from '../../checks/docker/gone/check.ts';
import { file } from '../../checks/file/check.ts';
import { rejudge } from '../../runner/journal/rejudge.ts';
import type { SessionEvent } from '../../runner/session/event.ts';
import { judgeAnswer } from '../../runner/session/judgeAnswer.ts';
import type { AnyCheck } from '../../runner/verdict/defineCheck.ts';
import { type Evidence, verdictOn } from '../../runner/verdict/judge.ts';
import { message } from '../../runner/words/message.ts';
import { say } from '../../runner/words/say.ts';

const word = fc.constantFrom(
  'sleep 11111',
  'sleep 1111',
  'sh -c slep 1',
  'web',
  'linux',
  'ps -ef',
  'first-container',
  '',
);
const code = fc.option(fc.constantFrom(0, 1, 126, 127, 137), { nil: undefined });
const state = fc.constantFrom('created', 'running', 'paused', 'exited', 'dead');

/** What is known of a container that may be the one that is asked for. */
const attempt = fc.record(
  {
    ...{
      runs: fc.boolean(),
      ofImage: fc.boolean(),
      foreground: fc.boolean(),
      starts: fc.boolean(),
      brought: fc.boolean(),
    },
    ...{ state, command: fc.array(word, { minLength: 1 }), image: word, exitCode: code, error: word },
  },
  { requiredKeys: ['runs', 'ofImage', 'foreground', 'starts', 'brought', 'state', 'command', 'image'] },
);
const subjectOf = (is: fc.Arbitrary<unknown>) =>
  fc.record(
    { id: word, name: word, fresh: fc.boolean(), at: fc.nat(), is, going: fc.constant(true), over: fc.constant(true) },
    { requiredKeys: ['id', 'name', 'fresh', 'at', 'is'] },
  );
const told = fc.constantFrom(
  message('container.refused'),
  message('container.no-image', { image: 'linx', wanted: 'linux' }),
);
const obstacle = fc.record(
  { at: fc.nat(), because: told, excused: fc.boolean(), blame: fc.constant('machine') },
  { requiredKeys: ['because'] },
);
const remains = fc.record({ state, process: fc.nat(), leaves: fc.constant(true) }, { requiredKeys: [] });
const seen = fc.record({
  ...{ id: word, name: word, fresh: fc.boolean(), at: fc.nat() },
  is: fc.record({ where: word, path: word, kind: fc.constantFrom('file', 'directory', 'symlink', 'other') }),
});
/** Something that the learner has done by the engine. */
const deed = fc.record(
  {
    ...{ by: fc.constantFrom('run', 'call', 'line'), names: fc.array(word), of: word, here: fc.boolean() },
    what: fc.constantFrom('list', 'inspect', 'top', 'changes', 'kill', 'ps -ef'),
    ...{ exit: code, running: fc.constant(true), error: word, listed: fc.array(word), has: fc.boolean() },
    ...{ missed: fc.constantFrom('overflow', 'ended'), kind: fc.constantFrom('container', 'image', 'network') },
    ...{ refused: fc.boolean(), shows: fc.nat(3), lacks: fc.nat(3) },
  },
  { requiredKeys: ['by', 'what', 'names', 'of', 'here', 'kind'] },
);
const about = (is: fc.Arbitrary<unknown>) =>
  fc.record({ subjects: fc.array(subjectOf(is)), about: word, obstacle }, { requiredKeys: ['subjects', 'about'] });
const done = about(deed);

const cases: readonly [AnyCheck, unknown, fc.Arbitrary<unknown>][] = [
  [
    container,
    { image: 'linux', args: 'sleep 11111' },
    fc.record(
      { subjects: fc.array(subjectOf(attempt)), obstacle, elsewhere: fc.record({ because: told }) },
      { requiredKeys: ['subjects'] },
    ),
  ],
  [did, { exec: { in: 'web', program: ['ps', 'top'], lists: '/proc' }, call: 'top', of: 'web' }, done],
  [did, { exec: { in: 'web', program: 'ls', lists: 'first-container' } }, done],
  [did, { list: 'containers' }, done],
  [did, { call: 'kill', of: 'web', outcome: 'refused' }, done],
  [
    file,
    { in: 'web', name: 'first-container' },
    fc.record(
      {
        subjects: fc.array(seen),
        about: word,
        elsewhere: fc.record({ because: told }),
        nowhere: fc.record({ because: told }),
      },
      { requiredKeys: ['subjects'] },
    ),
  ],
  [gone, { container: 'web' }, about(remains)],
];

/** What the journal's file gives back of an event. */
const written = (event: SessionEvent): SessionEvent => JSON.parse(JSON.stringify(event));

test.each(cases)('whatever $name saw, its journal judged again says the same', (check, params, observed) => {
  fc.assert(
    fc.property(observed, fc.option(fc.nat(5000), { nil: undefined }), (seen, steadyFor) => {
      const evidence: Evidence = { kind: 'observed', observed: seen, ...(steadyFor !== undefined && { steadyFor }) };
      const verdict = verdictOn(check, params, evidence);
      const event = written({
        at: 1,
        type: 'check.judged',
        step: 's',
        check: 0,
        params,
        evidence,
        verdict,
        topic: 'tick',
        wokenAt: 1,
      });
      expect(rejudge([event], () => check)).toEqual([]);
      for (const language of ['en', 'ja'] as const)
        expect(say(language, verdict.because)).not.toMatch(/undefined|\$\{/);
    }),
    { numRuns: 300 },
  );
});

test('whatever was answered, its journal judged again says the same', () => {
  const values = fc.array(word);
  fc.assert(
    fc.property(word, values, fc.array(fc.record({ value: word, say: word })), (given, expected, near) => {
      const evidence = { given, expected, near };
      const event = written({
        at: 1,
        type: 'question.answered',
        step: 's',
        question: '1',
        evidence,
        verdict: judgeAnswer(evidence),
      });
      expect(rejudge([event], () => undefined)).toEqual([]);
    }),
  );
});

test('a verdict that was changed in the journal is found', () => {
  const evidence = { given: '1', expected: ['2'], near: [] };
  const verdict = judgeAnswer({ ...evidence, given: '2' });
  const event: SessionEvent = { at: 1, type: 'question.answered', step: 's', question: '1', evidence, verdict };
  expect(rejudge([event], () => undefined)).toHaveLength(1);
});
