import { expect, test } from 'vitest';
import { decoded } from '../../runner/lab/characters.ts';
import { parseLab } from '../../runner/lab/parse.ts';
import { file, known, tiny } from './labs.ts';

const parse = (text: string) => parseLab(text, file, known);

/** What is reported when one part of the lab is written otherwise: `code line:column`. */
function reported(find: string, replacement: string): readonly string[] {
  expect(tiny).toContain(find);
  return parse(tiny.replace(find, replacement)).diagnostics.map(
    ({ code, line, column }) => `${code} ${line}:${column}`,
  );
}

test('a lab without mistakes is read whole', () => {
  const { lab, diagnostics } = parse(tiny);
  expect(diagnostics).toEqual([]);
  expect(lab).toMatchObject({ id: 'tiny', track: 'docker', language: 'en', images: ['linux'] });
  const [first, parent] = lab?.steps ?? [];
  expect(first?.checks).toMatchObject([
    { kind: 'check', check: 'docker/container', params: { image: 'linux', args: 'sleep 11111' }, as: 'first' },
    { kind: 'check', check: 'docker/did-exec', position: { file, line: 16, column: 9 } },
    { kind: 'script' },
  ]);
  expect(first).toMatchObject({ passes: 'holds', keep: { first_ip: '${first.ip}' } });
  expect(first?.variants.map((each) => each.run)).toEqual([
    'docker run --detach linux sleep 11111',
    'docker run -d --name x linux sleep 11111',
  ]);
  expect(parent?.questions).toMatchObject([
    { id: 'pid', answer: ['${first.pid}', '1'] },
    { id: '2', answer: ['sleep'] },
  ]);
});

test.each([
  ['an unknown key', 'minutes: 5', 'minuts: 5', ['unknown-key 5:1']],
  ['a wrong type', 'minutes: 5', 'minutes: five', ['wrong-type 5:10']],
  ['a fraction', 'minutes: 5', 'minutes: 1.5', ['wrong-type 5:10']],
  ['a number out of range', 'minutes: 5', 'minutes: 0', ['too-small 5:10']],
  ['another version', 'format: 1', 'format: 2', ['wrong-value 1:9']],
  ['an id that is not the folder', 'id: tiny', 'id: small', ['id-differs 2:5']],
  ['a malformed id', 'id: first', 'id: First One', ['wrong-form 9:9']],
  ['a repeated id', 'id: parent', 'id: first', ['duplicate-id 33:9']],
  ['no engine', '{ docker: {} }', '{}', ['no-engine 6:8']],
  ['an unknown engine', '{ docker: {} }', '{ dockr: {} }', ['unknown-key 6:10']],
  ['an unknown image', 'images: [linux]', 'images: [linus]', ['unknown-image 7:10']],
  ['an unknown check', 'docker/container:', 'docker/contaner:', ['unknown-check 15:9']],
  ['an unknown parameter', 'args: sleep', 'argz: sleep', ['unknown-key 15:43']],
  ['a parameter of a wrong type', 'image: linux', 'running: "yes"', ['wrong-type 15:38']],
  ['a word that is none of a list', 'image: linux', 'state: runnin', ['wrong-value 15:36']],
  ['none of a union', '[ps, top]', '7', ['wrong-type 16:60']],
  [
    'two checks in one entry',
    '{ image: linux, args: sleep 11111, as: first }',
    '{ args: x, as: first }\n        run: x',
    ['one-check 16:9'],
  ],
  ['a script that is no text', 'sleep 11111, as: first }', 'x, as: first }\n      - run: 7', ['wrong-type 16:14']],
  ['a malformed fact name', 'as: first }', 'as: First-One }', ['fact-name 15:66']],
  ['a blank expectation', 'expect: "2"', 'expect: " "', ['blank 47:17']],
  ['a mistake that is neither', '- answer: "2"', '- undo: x', ['mistake-form 45:9']],
  ['a mistake about no question', 'question: "2"', 'question: pidd', ['unknown-question 46:19']],
  ['a duplicate key', 'title: A tiny lab', 'title: A\ntitle: B', ['duplicate-key 4:1']],
  ['a tab', '  - id: first', '\t- id: first', ['tab-as-indent 9:1']],
  ['a tab in a text', 'title: A tiny lab', 'title: |\n  A tiny\n\tlab', ['tab-as-indent 5:1']],
  ['a tab at the beginning of a text', 'title: A tiny lab', 'title: |\n\tA tiny lab', ['tab-as-indent 4:1']],
  ['a NUL', 'title: A tiny lab', 'title: A tiny\0 lab', ['control-character 3:14']],
  ['an ESC', 'title: A tiny lab', 'title: A \x1b[1mtiny lab', ['control-character 3:10']],
  ['an ESC by its escape', 'title: A tiny lab', 'title: "A \\e[1mtiny lab"', ['control-character 3:8']],
  ['a merge key', 'minutes: 5', '<<: { minutes: 5 }', ['merge-key 5:1']],
])('%s is found at its place', (_, find, replacement, codes) => {
  expect(reported(find, replacement).toSorted()).toEqual(codes.toSorted());
});

test.each([
  ['of a later step', 'container: "${first}"', 'container: "${last}"', 'keep: { first_ip', 'keep: { last: x, first_ip'],
  ['of the same check', 'args: sleep 11111, as: first', 'args: "${first}", as: first', '', ''],
  [
    'in the solution of the step that binds it',
    'solution: docker run -d',
    'solution: docker run -d ${first.name}',
    '',
    '',
  ],
])('a fact %s is too early', (_, find, replacement, also, instead) => {
  const { diagnostics } = parse(tiny.replace(find, replacement).replace(also, instead));
  expect(diagnostics.map((each) => each.code)).toContain('early-fact');
});

test('a fact that nothing binds is told from a variable of the shell', () => {
  expect(reported('answer: sleep', 'answer: "${frist.name}"')).toEqual(['unknown-fact 41:18']);
  expect(reported('solution: ps -ef', 'solution: ps -ef ${HOME} ${x:-y}')).toEqual([]);
  expect(reported('solution: ps -ef', 'solution: ps -ef ${frist.name}')).toEqual(['unknown-fact 43:22']);
  expect(reported('answer: sleep', 'answer: "${first.name"')).toEqual(['bad-template 41:18']);
});

test('a fact may stand wherever a scalar stands', () => {
  expect(
    reported(
      'program: [ps, top] }',
      'program: "${first.name}" }\n      - docker/container: { args: x, count: "${first.pid}" }',
    ),
  ).toEqual([]);
});

test('every mistake is reported at once, with the nearest name', () => {
  const broken = tiny
    .replace('minutes: 5', 'minuts: 5')
    .replace('docker/did-exec', 'docker/didexec')
    .replace('images: [linux]', 'images: [linus]');
  const { lab, diagnostics } = parse(broken);
  expect(lab).toBeUndefined();
  expect(diagnostics.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['unknown-key', 'minutes'],
    ['unknown-image', 'linux'],
    ['unknown-check', 'docker/did-exec'],
  ]);
});

test.each([
  ['nothing', '', 'empty'],
  ['blanks', ' \n\n', 'empty'],
  ['a list', '- 1', 'wrong-type'],
  ['a text', 'lab', 'wrong-type'],
  ['half a mapping', 'a: {b', 'bad-indent'],
  [
    'a bomb of aliases',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n')}`,
    'too-deep',
  ],
  ['a cycle', 'steps: &a [*a]', 'too-deep'],
  ['a deep nest', `steps: ${'['.repeat(100_000)}`, 'too-deep'],
  ['a deep whole nest', `steps: ${'['.repeat(5000)}${']'.repeat(5000)}`, 'too-deep'],
  ['a huge text', `title: ${'x'.repeat(400_000)}`, 'too-long'],
  ['two documents', `${tiny}---\n${tiny}`, 'multiple-docs'],
])('%s is a diagnostic, not a crash', (_, text, code) => {
  const { lab, diagnostics } = parse(text);
  expect(lab).toBeUndefined();
  expect(diagnostics.map((each) => each.code)).toContain(code);
});

test.each<[string, Buffer, string]>([
  ['another encoding of eight bits', Buffer.from('id: x\ntitle: caf\xe9\n', 'latin1'), '2:11'],
  ['a Japanese one', Buffer.from([...Buffer.from('title: A'), 0x83, 0x65]), '1:9'],
  ['one of sixteen', Buffer.from('\ufeffid: x', 'utf16le'), '1:1'],
])('%s is told at the first place that shows it', (_, bytes, place) => {
  const found = decoded(bytes, 'lab.yaml');
  expect(typeof found === 'string' ? found : `${found.code} ${found.line}:${found.column}`).toBe(`encoding ${place}`);
});

test('what is UTF-8 is read as it is', () => {
  expect(decoded(Buffer.from('title: ラボ é �\n'), 'lab.yaml')).toBe('title: ラボ é �\n');
});
