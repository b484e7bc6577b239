import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parseLab } from '../../runner/lab/parse.ts';
import type { ProofEvent } from '../../runner/prove/event.ts';
import { reportShape } from '../../runner/report/schema.ts';
import { sessionAsProofs } from '../../runner/report/session.ts';
import type { NewEvent } from '../../runner/session/core.ts';
import { message, verbatim } from '../../runner/words/message.ts';
import { file, known, tiny } from '../lab/labs.ts';
import { calledOff, events, good, reported } from './events.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const valid = ajv.compile(schema);

/** What there is against a document: by the published schema, and by fields that it does not tell of. */
function against(document: unknown): readonly unknown[] {
  valid(document);
  return [...(valid.errors ?? []), ...(reportShape.safeParse(document).error?.issues ?? [])];
}

test.each([
  ['in which something is wrong', events],
  ['in which all is as declared', good],
  ['that was called off', calledOff],
])('the report of a run %s fits the published schema', (_, told) => {
  for (const language of ['en', 'ja'] as const) {
    expect(against(JSON.parse(reported('json', { language }, told)))).toEqual([]);
  }
});

test("so does a learner's session", () => {
  const { lab } = parseLab(tiny, file, known);
  if (!lab) return expect.fail();
  const verdict = {
    status: 'pending',
    because: message('listed.none', { what: 'images' }),
    mismatch: { expected: 'a', actual: 'b' },
    hint: verbatim('Look again.'),
    attempt: true,
  } as const;
  const judged = {
    params: {},
    evidence: { kind: 'observed', observed: [1] },
    topic: 'step.opened',
    wokenAt: 1,
  } as const;
  const told: readonly NewEvent[] = [
    { type: 'session.opened', session: 's', lab: lab.id, digest: lab.digest },
    { type: 'step.opened', step: 'first', since: 1 },
    { type: 'check.judged', step: 'first', check: 0, verdict, ...judged },
    { type: 'hint.shown', step: 'first', hint: 0 },
    { type: 'step.ended', step: 'first', ending: 'solved' },
    { type: 'step.opened', step: 'parent', since: 2 },
    {
      type: 'question.answered',
      step: 'parent',
      question: 'pid',
      verdict: { status: 'passed', because: message('answer.right', { given: '7' }) },
      evidence: { given: '7', expected: ['7'], near: [] },
    },
  ];
  const history = told.map((event, index) => ({ at: 1_700_000_000_000 + index, ...event }));
  const learned: readonly ProofEvent[] = sessionAsProofs(
    { id: 's', lab, events: history, interrupted: false, machine: 'seatrial-tiny-1' },
    0,
  );
  const document = JSON.parse(reported('json', {}, learned));
  expect(document).toMatchObject({
    kind: 'session',
    labs: [{ proofs: [{ learner: { status: 'solved', hints: 1 } }, {}] }],
  });
  expect(against(document)).toEqual([]);
});

test('what is no report does not fit', () => {
  const document = JSON.parse(reported('json'));
  expect(valid({ ...document, format: 2 })).toBe(false);
  expect(valid({ ...document, labs: [{ id: 'one' }] })).toBe(false);
  expect(against({ ...document, extra: 1 })).toHaveLength(1);
});
