import { expect, test } from 'vitest';
import type { HostFacts } from '../../../runner/infra/engine/facts.ts';
import type { SilentEngine } from '../../../runner/infra/engine/findEngine.ts';
import { planEngine } from '../../../runner/infra/engine/plan.ts';
import { message } from '../../../runner/words/message.ts';

const debian: HostFacts = {
  platform: 'linux',
  distribution: 'Debian GNU/Linux 13 (trixie)',
  root: true,
  user: 'root',
  sudo: false,
  apt: true,
  dockerd: false,
  systemd: true,
  sysResource: true,
};

const denied: SilentEngine = {
  source: { kind: 'usual' },
  host: 'unix:///var/run/docker.sock',
  reason: 'denied',
  why: message('setup.why-denied'),
};

const plan = (
  facts: Partial<HostFacts>,
  { tried = [] as SilentEngine[], interactive = false, forbidden = false } = {},
) => planEngine({ ...debian, ...facts }, tried, interactive, forbidden);

test('root installs and starts', () => {
  expect(plan({})).toEqual({ kind: 'do', install: true, init: 'systemd', sudo: false, bounded: false });
});

test('what is installed is only started', () => {
  expect(plan({ dockerd: true, systemd: false })).toMatchObject({ install: false, init: 'none' });
});

test('without CAP_SYS_RESOURCE containers start through a runc that does not ask for it', () => {
  expect(plan({ systemd: false, sysResource: false })).toMatchObject({ bounded: true });
});

test('a user with sudo installs where somebody can type the password', () => {
  const user = { root: false, user: 'anna', sudo: true };
  expect(plan(user, { interactive: true })).toMatchObject({ kind: 'do', sudo: true });
  expect(plan(user)).toMatchObject({ why: { id: 'setup.engine-install-root', values: { user: 'anna' } } });
  expect(plan({ ...user, dockerd: true })).toMatchObject({ why: { id: 'setup.engine-start-root' } });
});

test('an engine that runs but may not be used is never installed again', () => {
  expect(plan({ root: false, user: 'anna' }, { tried: [denied] })).toMatchObject({
    why: { id: 'setup.engine-denied', values: { user: 'anna', host: denied.host } },
  });
});

test('an engine that takes connections and gives no answer is never installed again', () => {
  const slow: SilentEngine = { ...denied, reason: 'slow', why: message('setup.why-timeout') };
  expect(plan({}, { tried: [slow] })).toMatchObject({ why: { id: 'setup.engine-slow', values: { host: slow.host } } });
});

test.each([
  ['a Mac', { platform: 'darwin' }, 'setup.engine-darwin'],
  ['Windows', { platform: 'win32' }, 'setup.engine-platform'],
  ['a distribution without apt', { apt: false }, 'setup.engine-no-apt'],
] as const)('on %s it says what to type', (_, facts, id) => {
  expect(plan(facts)).toMatchObject({ kind: 'impossible', why: { id } });
});

test('SEATRIAL_INSTALL=never forbids', () => {
  expect(plan({}, { forbidden: true })).toMatchObject({ why: { id: 'setup.engine-forbidden' } });
  expect(plan({ dockerd: true }, { forbidden: true })).toMatchObject({ why: { id: 'setup.engine-forbidden' } });
});
