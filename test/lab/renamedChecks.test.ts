import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../../checks/index.ts';
import { parseLab } from '../../runner/lab/parse.ts';
import { newForm } from '../../runner/lab/validate/renamedChecks.ts';
import { say } from '../../runner/words/say.ts';

const byName = new Map(checks.map((check) => [check.name, check]));

const lab = (entry: string) => `format: 1
id: old
title: Old
summary: A lab from before.
minutes: 1
needs: { docker: {}, kubernetes: {} }
images: [linux]
steps:
  - id: first
    title: First
    text: Do it.
    checks:
      - docker/container: { image: linux, args: sleep 1, as: first }
      ${entry}
    solution: docker run -d linux sleep 1
`;

const reported = (entry: string) => parseLab(lab(entry), 'old.yaml', { checks: byName, images: ['linux'] }).diagnostics;

test.each([
  ['- docker/listed: { what: images }', '- docker/did: { list: images }'],
  [
    '- docker/did-exec: { container: "${first}", program: [ps, top], call: [top], beside: [sh] }',
    '- docker/did: { exec: { in: "${first}", program: [ps, top] }, call: [top], of: "${first}" }',
  ],
  [
    '- kubernetes/service-reaches: { service: web, port: 80, namespace: other, contains: nginx }',
    '- reaches: { from: node, to: { service: web, namespace: other }, port: 80, contains: nginx }',
  ],
  [
    '- docker/file: { container: "${first}", file: first-container, exists: false }',
    '- file: { in: "${first}", name: first-container, exists: false }',
  ],
  [
    '- kubernetes/file: { pod: "${first}", container: web, path: /etc/x, process: "nginx: master", find: "a (.)", as: found }',
    '- file: { in: { pod: "${first}", container: web }, path: /etc/x, process: "nginx: master", find: "a (.)", as: found }',
  ],
  [
    '- kubernetes/process: { pod: web, process: sleep 1000, count: 2 }',
    '- process: { in: { pod: web }, starts: sleep 1000, count: 2 }',
  ],
])('%s is told its new form, which is right as it stands', (old, now) => {
  const [only, ...more] = reported(old);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ code: 'renamed-check', line: 14, column: 9 });
  expect(say('en', only?.message ?? expect.fail())).toContain(now);
  expect(reported(now)).toEqual([]);
});

test('whatever the old parameters are, the new form is YAML', () => {
  for (const container of ['${x}', 'a: b', 'no', '1', '- a', "it's", '#a', '{', '']) {
    const form = newForm('docker/file', { container, file: 'f' });
    expect(parse(form ?? '')).toEqual([{ file: { in: container, name: 'f' } }]);
  }
});

test('a name that never was is none of these', () => {
  expect(newForm('docker/fil', {})).toBeUndefined();
  expect(newForm('toString', {})).toBeUndefined();
});
