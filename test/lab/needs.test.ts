import { expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { parseLab } from '../../runner/lab/parse.ts';
import { say } from '../../runner/words/say.ts';

const byName = new Map(checks.map((check) => [check.name, check]));

const lab = (engine: string, entry: string) => `format: 1
id: needy
title: Needy
summary: What it looks at.
minutes: 1
needs: { ${engine}: {} }
steps:
  - id: first
    title: First
    text: Do it.
    checks:
      - ${entry}
    solution: touch /x
`;

const lacking = (engine: string, entry: string) =>
  parseLab(lab(engine, entry), 'needy.yaml', { checks: byName, images: [] }).diagnostics.map(({ code, message }) => [
    code,
    /`(\w+): \{\}`/.exec(say('en', message))?.[1],
  ]);

test.each([
  ['file: { in: machine, path: /x }', undefined],
  ['file: { in: web, path: /x }', 'docker'],
  ['file: { in: { pod: web }, path: /x }', 'kubernetes'],
  ['process: { args: sleep 1 }', undefined],
  ['process: { in: web, args: sleep 1 }', 'docker'],
  ['process: { in: { pod: web, container: main }, starts: sleep }', 'kubernetes'],
  ['process: { args: sleep 1, other: { net: web } }', 'docker'],
  ['docker/container: { image: x, args: sleep 1 }', 'docker'],
  ['kubernetes/gone: { pod: web }', 'kubernetes'],
])('%s needs %s', (entry, needed) => {
  for (const engine of ['docker', 'kubernetes'])
    expect(lacking(engine, entry)).toEqual(
      needed === undefined || needed === engine ? [] : [['check-without-engine', needed]],
    );
});

test.each([
  ['docker: {}, network: own', []],
  ['network: own', ['no-engine']],
  ['docker: {}, kubernetes: {}, network: own', ['network-beside-cluster']],
  ['docker: {}, network: none', ['wrong-value']],
])('needs: { %s }', (needs, codes) => {
  const text = lab('docker', 'file: { in: machine, path: /x }').replace('docker: {}', needs);
  const { diagnostics } = parseLab(text, 'needy.yaml', { checks: byName, images: [] });
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['file: { in: { pod: web }, name: x }', 'wrong'],
  ['file: { in: { pod: web, contaner: main }, path: /x }', 'unknown-key'],
  ['process: { in: { container: main }, args: sleep 1 }', 'missing-key'],
])('%s is told at once', (entry, code) => {
  expect(lacking('kubernetes', entry).map(([each]) => each)).toEqual([code]);
});
