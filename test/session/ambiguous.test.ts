import { expect, test } from 'vitest';
import { parseLab } from '../../runner/lab/parse.ts';
import type { Found } from '../../runner/verdict/verdict.ts';
import { fakeChecks } from './fake/checks.ts';
import { fakeLab, openFake } from './fake/session.ts';

const runs = (id: string, check: string) => `
  - id: ${id}
    title: ${id}
    text: Run it.
    checks:
      - docker/runs: { ${check} }
    solution: docker run -d linux sleep 1
`;
const looks = (id: string, line: string, asked = '') => `
  - id: ${id}
    title: ${id}
    text: Look.
    checks:
      - docker/ran: { in: "\${web}", line: ${line} }
${asked}    hints: ["\`docker exec \${web.name} ${line}\`"]
    solution: docker exec \${web.name} ${line}
`;
const asks = (id: string, answer: string) => `
  - id: ${id}
    title: ${id}
    text: Look.
    ask: Which?
    answer: "\${${answer}}"
`;
const web = runs('run', 'line: sleep 1, as: web');
const is = (...all: readonly { readonly id: string }[]): readonly Found[] =>
  all.map(({ id }) => ({ kind: 'container', id }));
type Fake = Awaited<ReturnType<typeof openFake>>;
const meant = ({ session }: Fake, name = 'web') => {
  const { facts, alternatives } = session.state();
  return [...[facts[name]].flatMap((each) => each ?? []), ...(alternatives[name] ?? [])];
};

test('of two that fit, the one that the learner has gone on with is meant, whichever it is', async () => {
  const fake = await openFake(fakeLab(web + looks('look', 'ps') + looks('again', 'ls')));
  const { learner, turn, open, says } = fake;
  const one = learner.run('one', 'sleep 1');
  const two = learner.run('two', 'sleep 1');
  await turn(1);
  expect(meant(fake)).toEqual(is(two, one));
  learner.exec('two', 'ls');
  await turn(1);
  expect(says()).toEqual(['You ran ls.']);
  learner.exec('one', 'ps');
  await turn(1);
  expect(open()).toBe('again');
  expect(meant(fake)).toEqual(is(one));
  learner.exec('two', 'ls');
  await turn(1);
  expect(open()).toBe('again');
  learner.exec('one', 'ls');
  await turn(1);
  expect(open()).toBeUndefined();
});

test('a second one that comes when the step has passed may be meant as well, and the newest stands where one must', async () => {
  const fake = await openFake(fakeLab(web + looks('look', 'ps')));
  const { learner, turn, session, send } = fake;
  const one = learner.run('one', 'sleep 1');
  await turn(100);
  const two = learner.run('two', 'sleep 1');
  await send('recheck');
  expect(meant(fake)).toEqual(is(two, one));
  await send('solution');
  expect(session.state().steps[1]?.solution).toBe('docker exec two ps');
  learner.remove('two');
  await send('solution');
  expect(session.state().steps[1]?.solution).toBe('docker exec one ps');
  await send('hint');
  expect(session.state().steps[1]?.filled).toEqual({ '${web.name}': 'one' });
  learner.exec('one', 'ps');
  await turn(1);
  expect(fake.open()).toBeUndefined();
});

test('an answer that fits any of them is right and tells which is meant', async () => {
  const fake = await openFake(fakeLab(web + asks('ask', 'web.name') + asks('more', 'web.name')));
  const { learner, turn, answer, open } = fake;
  const one = learner.run('one', 'sleep 1');
  learner.run('two', 'sleep 1');
  await turn(1);
  await answer('three');
  await answer('one');
  expect(open()).toBe('more');
  expect(meant(fake)).toEqual(is(one));
  await answer('two');
  expect(open()).toBe('more');
  await answer('one');
  expect(open()).toBeUndefined();
});

test('one that is made is never what another fact has', async () => {
  const fake = await openFake(fakeLab(web + runs('more', 'line: sleep 1, as: other')));
  const { learner, turn, open, says, session } = fake;
  const one = learner.run('one', 'sleep 1');
  await turn(100);
  expect(open()).toBe('more');
  expect(says()).toEqual(['`one` is the container of the step “run”. This step asks for another one.']);
  expect(session.state().steps[1]?.attempts).toBe(0);
  const two = learner.run('two', 'sleep 1');
  await turn(3_100);
  expect(open()).toBeUndefined();
  expect([meant(fake), meant(fake, 'other')]).toEqual([is(one), is(two)]);
});

test('of two that one fact may mean, another fact may take one', async () => {
  const fake = await openFake(fakeLab(web + runs('more', 'line: sleep 1, as: other')));
  const { learner, turn, open } = fake;
  const one = learner.run('one', 'sleep 1');
  const two = learner.run('two', 'sleep 1');
  await turn(3_100);
  expect(open()).toBeUndefined();
  expect([meant(fake), meant(fake, 'other')]).toEqual([is(one), is(two)]);
});

test('what a lab lets be the same may be, and only what an earlier check binds', async () => {
  const fake = await openFake(fakeLab(web + runs('more', 'line: sleep 1, as: other, same: web')));
  fake.learner.run('one', 'sleep 1');
  await fake.turn(3_100);
  expect(fake.session.state().finished).toBe(true);

  for (const wrong of ['as: other, same: nobody', 'as: other, same: other', 'same: web']) {
    const text = `format: 1\nid: x\ntitle: X\nminutes: 1\nneeds: { docker: {} }\nsteps:\n${web}${runs('more', `line: sleep 1, ${wrong}`)}`;
    const { diagnostics } = parseLab(text, 'lab.yaml', { checks: fakeChecks, images: [] });
    expect(diagnostics.map(({ code }) => code)).toEqual(['same-fact']);
  }
});

test('an address on any network is right unless the question names one', async () => {
  const fake = await openFake(fakeLab(web + asks('any', 'web.ip') + asks('own', 'web.networks.front.ip')));
  const { learner, turn, answer, open, session, send } = fake;
  learner.run('one', 'sleep 1', { networks: { bridge: '172.17.0.2', front: '172.18.0.2' } });
  await turn(1);
  await send('solution');
  expect(session.state().steps[1]?.solution).toBe('answer 172.17.0.2');
  await answer('172.18.0.2');
  expect(open()).toBe('own');
  await answer('172.17.0.2');
  expect(open()).toBe('own');
  await answer('172.18.0.2');
  expect(open()).toBeUndefined();
});

test('a journal with one value a fact reads as ever', async () => {
  const first = await openFake(fakeLab(web + looks('look', 'ps')));
  first.learner.run('one', 'sleep 1');
  await first.turn(1);
  await first.session.close();
  const old = first.events.map((event) =>
    event.type === 'fact.bound' ? { at: event.at, type: event.type, name: event.name, value: event.value } : event,
  );
  const second = await openFake(fakeLab(web + looks('look', 'ps')), first.machine, old);
  second.learner.exec('one', 'ps');
  await second.turn(3_100);
  expect(second.session.state().finished).toBe(true);
});
