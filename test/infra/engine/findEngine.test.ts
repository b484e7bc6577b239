import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { candidates } from '../../../runner/infra/engine/candidates.ts';
import { findEngine } from '../../../runner/infra/engine/findEngine.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { listening } from '../../helpers/listening.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/tls');
const pem = (name: string) => readFileSync(join(fixtures, name));
const certificate = { cert: pem('cert.pem'), key: pem('key.pem') };

function writeContext(home: string, name: string, host: string): string {
  const id = createHash('sha256').update(name).digest('hex');
  const meta = join(home, '.docker/contexts/meta', id);
  mkdirSync(meta, { recursive: true });
  writeFileSync(join(meta, 'meta.json'), JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }));
  return id;
}

const choose = (home: string, currentContext: string) =>
  writeFileSync(join(home, '.docker/config.json'), JSON.stringify({ currentContext, auths: {} }));

test('the engine of this computer is found and answers', async () => {
  await using home = await temporaryFolder();
  const finding = await findEngine({ HOME: home.path });
  if (finding.status !== 'found') throw new Error('no engine runs here');
  expect((await finding.engine.docker.ping()).toString()).toBe('OK');
  expect(finding.engine.env).toEqual({ DOCKER_HOST: finding.engine.endpoint });
});

test('DOCKER_HOST decides, before any context', async () => {
  await using home = await temporaryFolder();
  await using server = await listening(0);
  writeContext(home.path, 'other', 'unix:///nowhere');
  choose(home.path, 'other');
  const host = `tcp://127.0.0.1:${server.port}`;
  const finding = await findEngine({ HOME: home.path, DOCKER_HOST: host, DOCKER_CONTEXT: 'other' });
  expect(finding).toMatchObject({
    status: 'found',
    engine: { version: '99.1', cgroup: 'v2', env: { DOCKER_HOST: host } },
  });
});

test('a DOCKER_HOST that does not answer is never passed over', async () => {
  const finding = await findEngine({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });
  expect(finding).toMatchObject({
    status: 'named-silent',
    tried: { reason: 'absent', why: { id: 'setup.why-absent' } },
  });
});

test.each([
  ['ssh://me@far', 'setup.why-ssh'],
  ['carrier-pigeon://roof', 'setup.why-unreadable'],
  ['tcp://127.0.0.1:1', 'setup.why-refused'],
  ['tcp://host.invalid:2375', 'setup.why-unknown-host'],
])('of %s it says why it is of no use', async (host, id) => {
  expect(await findEngine({ DOCKER_HOST: host })).toMatchObject({ status: 'named-silent', tried: { why: { id } } });
});

test('what answers but is no engine is told apart', async () => {
  await using page = await listening(0, (_, response) => response.end('<html>hello</html>'));
  await using refusal = await listening(0, (_, response) => response.writeHead(403).end('go away'));
  const ask = (port: number) => findEngine({ DOCKER_HOST: `tcp://127.0.0.1:${port}` });
  expect(await ask(page.port)).toMatchObject({ tried: { why: { id: 'setup.why-no-engine' } } });
  expect(await ask(refusal.port)).toMatchObject({ tried: { why: { values: { status: 403, text: 'go away' } } } });
});

test('the current context comes before the usual sockets, and DOCKER_CONTEXT before it', async () => {
  await using home = await temporaryFolder();
  const chosen = join(home.path, 'chosen.sock');
  const demanded = join(home.path, 'demanded.sock');
  await using _chosen = await listening(chosen);
  await using _demanded = await listening(demanded);
  writeContext(home.path, 'chosen', `unix://${chosen}`);
  writeContext(home.path, 'demanded', `unix://${demanded}`);
  choose(home.path, 'chosen');
  const env = { HOME: home.path };
  expect(await findEngine(env)).toMatchObject({ engine: { endpoint: `unix://${chosen}` } });
  expect(await findEngine({ ...env, DOCKER_CONTEXT: 'demanded' })).toMatchObject({
    engine: { endpoint: `unix://${demanded}` },
  });
  expect(await findEngine({ ...env, DOCKER_CONTEXT: 'unheard-of' })).toMatchObject({
    status: 'named-silent',
    tried: { why: { id: 'setup.why-no-context' } },
  });
});

test('a stopped current context is passed over for the usual sockets', async () => {
  await using home = await temporaryFolder();
  writeContext(home.path, 'stopped', 'unix:///nowhere');
  choose(home.path, 'stopped');
  const socket = join(home.path, 'docker.sock');
  await using _ = await listening(socket);
  const env = { HOME: home.path };
  expect(await findEngine(env, candidates(env, [socket]))).toMatchObject({ engine: { endpoint: `unix://${socket}` } });
  expect(await findEngine(env, candidates(env, ['/nowhere/a']))).toMatchObject({
    status: 'missing',
    tried: [{ host: 'unix:///nowhere' }, { host: 'unix:///nowhere/a', reason: 'absent' }],
  });
});

test('a socket that nobody listens on any more is told from one that is not there', async () => {
  await using home = await temporaryFolder();
  writeFileSync(join(home.path, 'left.sock'), '');
  const env = { HOME: home.path };
  const finding = await findEngine(env, candidates(env, [join(home.path, 'left.sock')]));
  expect(finding).toMatchObject({ tried: [{ reason: 'stopped' }] });
});

test('the sockets of Colima and of a rootless engine are looked for in their homes', async () => {
  await using home = await temporaryFolder();
  const hosts = candidates({ HOME: home.path, XDG_RUNTIME_DIR: '/run/user/7' }).map(({ endpoint }) => endpoint?.host);
  expect(hosts).toContain(`unix://${home.path}/.colima/default/docker.sock`);
  expect(hosts).toContain('unix:///run/user/7/docker.sock');
});

test('an engine behind TLS is asked with the certificates of DOCKER_CERT_PATH', async () => {
  await using server = await listening(0, undefined, { ...certificate, ca: pem('ca.pem'), requestCert: true });
  const env = { DOCKER_HOST: `tcp://127.0.0.1:${server.port}`, DOCKER_CERT_PATH: fixtures, DOCKER_TLS_VERIFY: '1' };
  const finding = await findEngine(env);
  expect(finding).toMatchObject({ status: 'found', engine: { env } });
  if (finding.status === 'found') expect((await finding.engine.docker.info()).ServerVersion).toBe('99.1');
});

test('a certificate of an unknown authority is refused', async () => {
  await using home = await temporaryFolder();
  await using server = await listening(0, undefined, certificate);
  const env = { DOCKER_HOST: `tcp://127.0.0.1:${server.port}`, DOCKER_CERT_PATH: home.path, DOCKER_TLS_VERIFY: '1' };
  expect(await findEngine(env)).toMatchObject({ status: 'named-silent', tried: { why: { id: 'setup.why-error' } } });
});
