import { expect, test } from 'vitest';
import { callOf } from '../../runner/session/line/call.ts';
import { lastLine } from '../../runner/session/line/lastLine.ts';
import { type Around, lineTold } from '../../runner/session/line/told.ts';
import { say } from '../../runner/words/say.ts';
import type { KubernetesAction } from '../../runner/world/kubernetes/model.ts';
import type { ShellCommand } from '../../runner/world/shell/model.ts';
import { worldOf } from './fake/machine.ts';
import { fakeLab, fakeMachine } from './fake/session.ts';

const docker: Around = { docker: 'untouched', tools: ['docker', 'ps', 'pstree'] };
const kubernetes: Around = { kubernetes: 'untouched', tools: ['kubectl', 'nsenter'] };
const unseen: Around = { ...kubernetes, kubernetes: 'unseen' };

type Settings = ShellCommand['settings'];

function told(line: string, exitCode: number, around = docker, settings?: Settings) {
  const command = { line, exitCode, directory: '/root', at: 2, began: 1, ...(settings && { settings }) };
  return lineTold(command, around);
}

test.each<[line: string, exit: number, id: string, words: string, around?: Around, settings?: Settings]>([
  ['$ docker run -d linux sleep 1', 127, 'line.prompt', 'Type only what follows it: `docker run -d linux sleep 1`'],
  ['# docker ps', 0, 'line.prompt', '`docker ps`'],
  ['root@lab:~# docker ps', 127, 'line.prompt', '`docker ps`'],
  ['❯ docker ps', 127, 'line.prompt', '`❯`'],
  ['docker run –d linux sleep 1', 125, 'line.sign', 'In `–d` stands `–`'],
  ['docker run -d linux sleep “11111”', 125, 'line.sign', 'the shell wants `"`'],
  ['docker run −−detach linux sleep 1', 125, 'line.sign', 'the shell wants `--`'],
  ['docker　ps', 127, 'line.blank', 'wide or unbreakable blank'],
  ['docker\u00a0ps', 127, 'line.blank', 'wide or unbreakable blank'],
  ['ｄｏｃｋｅｒ ps', 127, 'line.wide', 'type `docker ps`'],
  ['dokcer ps', 127, 'line.unknown-near', '`docker` may be meant'],
  ['pstre', 127, 'line.unknown-near', '`pstree` may be meant'],
  ['podman ps', 127, 'line.unknown', 'no command `podman`'],
  ['docker rnu -d linux sleep 1', 1, 'line.docker-unknown-near', '`docker run` may be meant'],
  ['docker compose-up', 1, 'line.docker-unknown', 'no command `compose-up`'],
  ['docker run --deatch linux sleep 1', 125, 'line.docker-refused', '`docker run --help`'],
  ['docker container ls --al', 125, 'line.docker-refused', '`docker container ls --help`'],
  ['docker rm', 1, 'line.docker-refused', '`docker rm --help`'],
  ['docker -H tcp://10.0.0.1:2375 ps', 1, 'line.docker-option', '`-H tcp://10.0.0.1:2375`'],
  ['docker --context far run -d linux sleep 1', 1, 'line.docker-option', '`--context far`'],
  ['DOCKER_HOST=tcp://10.0.0.1:2375 docker ps', 1, 'line.docker-option', '`DOCKER_HOST=tcp://10.0.0.1:2375`'],
  ['docker ps', 1, 'line.docker-variable', '`unset DOCKER_HOST`', docker, { DOCKER_HOST: 'tcp://10.0.0.1:2375' }],
  ['docker ps', 1, 'line.docker-context', '`docker context use default`', docker, { context: 'far' }],
  ['sudo -u nobody docker ps', 1, 'line.docker-user', 'The user `nobody`'],
  ['su nobody -s /bin/sh -c "docker ps"', 1, 'line.docker-user', 'The user `nobody`'],
  ['sudo --user=daemon /usr/bin/docker ps > list 2>&1', 1, 'line.docker-user', 'The user `daemon`'],
  ['sudo -u nobody kill 42', 1, 'line.kill-user', '`kill` was refused'],
  ['kill -HUP 4242', 1, 'line.kill-nothing', '`kill -HUP 4242` reached no process', kubernetes],
  ['kubectl exec nginx -c shell ps -ef', 1, 'line.kubectl-exec', '`kubectl exec nginx -- ps`', kubernetes],
  ['kubectl exec nginx ls', 1, 'line.kubectl-exec', '`kubectl exec nginx -- ls`', unseen],
  ['kubectl gte pods', 1, 'line.kubectl-unknown-near', '`kubectl get` may be meant', kubernetes],
  ['kubectl apply', 1, 'line.kubectl-refused', '`kubectl apply --help`', kubernetes],
  ['kubectl --context prod get pods', 1, 'line.kubectl-option', '`--context prod`', kubernetes],
  ['kubectl get pods --server=https://10.0.0.1', 1, 'line.kubectl-option', '`--server=https://10.0.0.1`', unseen],
  ['kubectl get pods', 1, 'line.kubectl-variable', '`unset KUBECONFIG`', kubernetes, { KUBECONFIG: '/tmp/x' }],
])('`%s`, which ended with %i, is told of: %s', (line, exit, id, words, around, settings) => {
  const found = told(line, exit, around, settings);
  expect(found?.id).toBe(id);
  if (!found) return;
  expect(say('en', found)).toContain(words);
  expect(say('ja', found)).not.toMatch(/undefined|\$\{/);
});

test.each<[line: string, exit: number, around?: Around, settings?: Settings]>([
  ['docker ps', 0],
  ['docker run --help', 0],
  ['# a word to myself', 0],
  ['echo “hello”', 0],
  // Ended by a signal: somebody has changed their mind.
  ['docker run linux sleep 1', 130],
  ['sleep 1000', 130],
  // More than one command: which of them the exit code is of, nobody can tell.
  ['docker ps | grep web', 1],
  ['docker inspect $(docker ps -q)', 1],
  ['for x in 1 2; do docker rnu; done', 1],
  ['bash start.sh', 127],
  ['nsenter -t 42 -a nosuch', 127],
  // An engine was called: what came of it, checks can tell.
  ['run linux nosuch', 127, { ...docker, docker: 'called' }],
  ['docker run linux nosuch', 127, { ...docker, docker: 'called' }],
  ['docker -H unix:///var/run/docker.sock run linux nosuch', 127, { ...docker, docker: 'called' }],
  // Nobody sees what a cluster of somebody else's is asked.
  ['kubectl get pod nginx', 1, unseen],
  ['kubectl exec nginx -- ls /nosuch', 2, { ...kubernetes, kubernetes: 'called' }],
  // The lab has no such engine.
  ['kubectl get pods', 1],
  ['docker ps', 1, kubernetes],
  ['ls /nosuch', 2],
  ['', 0],
])('nothing is said of `%s`, which ended with %i', (line, exit, around, settings) => {
  expect(told(line, exit, around, settings)).toBeUndefined();
});

test.each([
  [`docker run -d linux "sleep 11111"`, ['run', '-d', 'linux', 'sleep 11111']],
  [`docker exec web sh -c 'echo "$HOME" > /x; ls'`, ['exec', 'web', 'sh', '-c', 'echo "$HOME" > /x; ls']],
  ['docker logs web 2>&1 >out', ['logs', 'web']],
  ['docker run a\\ b', ['run', 'a b']],
])('the words of %s are its program’s', (line, args) => {
  expect(callOf(line)).toEqual({ program: 'docker', args, variables: {} });
});

test('what the API was told in another namespace was told to the cluster', () => {
  const { clock, things } = fakeMachine();
  const command = { line: 'kubectl delete pod web -n other', exitCode: 1, directory: '/root', at: 20, began: 10 };
  const { world } = worldOf({ ...things, commands: [command] }, clock);
  const lab = {
    ...fakeLab('  - id: one\n    title: One\n    text: Do it.\n    ask: Which?\n    answer: it\n'),
    needs: { kubernetes: {} },
  };
  const [step] = lab.steps;
  if (!step) throw new Error('The lab has no steps.');
  const stray: KubernetesAction = {
    ...{ verb: 'delete', resource: 'pods', group: '', namespace: 'other', name: 'web', command: [], code: 404 },
    ...{ open: false, at: 15, dryRun: false, agent: 'kubectl' },
  };
  const saying = (strays: readonly KubernetesAction[]) =>
    lastLine(
      { lab: () => lab, world: { ...world, kubernetes: { ...world.kubernetes, strays: () => strays } } },
      step,
      0,
    );
  expect(saying([])?.id).toBe('line.kubectl-refused');
  expect(saying([stray])).toBeUndefined();
});
