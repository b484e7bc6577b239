import { expect, test } from 'vitest';
import { runs } from '../../checks/docker/command.ts';
import type { Candidate, ContainerEvidence } from '../../checks/docker/container/check.ts';
import { judgeContainer } from '../../checks/docker/container/verdict.ts';
import { say } from '../../runner/words/say.ts';

const wanted = { image: 'linux', args: 'sleep 11111', stays: 0 };

const right: Candidate = {
  id: 'a'.repeat(64),
  name: 'brave_hopper',
  command: 'sleep 11111',
  image: 'linux',
  imageFits: true,
  argsFit: true,
  state: 'running',
  fresh: true,
  foreground: false,
};

const judge = (evidence: Partial<ContainerEvidence>) =>
  judgeContainer({ candidates: [], onMachine: false, ...evidence }, wanted);
const reason = (evidence: Partial<ContainerEvidence>) => {
  const verdict = judge(evidence);
  return `${verdict.status}: ${say('en', verdict.because)}`;
};
const with_ = (...changes: readonly Partial<Candidate>[]) => ({
  candidates: changes.map((each) => ({ ...right, ...each })),
});
const other = { argsFit: false, command: 'sleep 1111' };

test('the right container passes and is what later steps speak of', () => {
  expect(judge(with_({}))).toMatchObject({
    status: 'passed',
    found: { kind: 'container', id: right.id, args: 'sleep 11111' },
  });
});

test('extra containers beside it do not matter, in any order', () => {
  expect(judge(with_(other, {})).status).toBe('passed');
  expect(judge(with_({}, { ...other, name: 'extra' })).status).toBe('passed');
});

test.each<[string, Partial<ContainerEvidence>, string]>([
  ['nothing', {}, 'pending: No container runs `sleep 11111` yet.'],
  ['other arguments', with_(other), 'pending: `brave_hopper` runs `sleep 1111`, not `sleep 11111`.'],
  [
    'a program that is not there',
    with_({ ...other, command: 'slep 11111', state: 'created', exitCode: 127, error: 'exec: "slep"' }),
    'pending: `brave_hopper` exited with 127: `slep` was not found in it.',
  ],
  [
    'the same within a shell',
    with_({ ...other, command: 'sh -c slep 11111', state: 'exited', exitCode: 127 }),
    'pending: `brave_hopper` exited with 127: `slep` was not found in it.',
  ],
  [
    'other arguments, created only',
    with_({ ...other, state: 'created' }),
    'pending: `brave_hopper` is created to run `sleep 1111`, not `sleep 11111`, and is not started.',
  ],
  [
    'other arguments, paused',
    with_({ ...other, state: 'paused' }),
    'pending: `brave_hopper` runs `sleep 1111`, not `sleep 11111`.',
  ],
  ['created only', with_({ state: 'created' }), 'pending: `brave_hopper` is created, but not started.'],
  [
    'paused',
    with_({ state: 'paused' }),
    'pending: `brave_hopper` is paused. `docker unpause brave_hopper` lets it go on.',
  ],
  [
    'ended',
    with_({ state: 'exited', exitCode: 137 }),
    'pending: `brave_hopper` is no longer running: it exited with 137.',
  ],
  [
    'another image',
    with_({ imageFits: false, image: 'nginx' }),
    'pending: `brave_hopper` comes from the image `nginx`, not from `linux`.',
  ],
  [
    'in the foreground',
    with_({ foreground: true }),
    'pending: `brave_hopper` runs `sleep 11111`, but it holds a terminal: it is in the foreground.',
  ],
  [
    'a name that is taken',
    { refused: { image: 'linux', imageExists: true, imageArrives: false, imageCameLate: false, nameTaken: 'web' } },
    'pending: The engine made no container: another one is already called `web`. `docker rm -f web` removes it; or take another name.',
  ],
  [
    'an image that came too late',
    { refused: { image: 'linux', imageExists: true, imageArrives: false, imageCameLate: true } },
    'pending: The image `linux` was still being loaded onto this machine. Try again.',
  ],
  [
    'an image that does not exist',
    { refused: { image: 'linx', imageExists: false, imageArrives: false, imageCameLate: false } },
    'pending: There is no image `linx` on this machine. The image is called `linux`.',
  ],
  [
    'an engine that fails',
    {
      refused: {
        image: 'linux',
        imageExists: true,
        imageArrives: false,
        imageCameLate: false,
        error: 'no space left on device',
      },
    },
    "errored: The machine's Docker engine could not make the container: no space left on device",
  ],
  ['on the machine', { onMachine: true }, 'pending: `sleep 11111` runs on the machine itself, not in a container.'],
])('%s', (_, evidence, said) => {
  expect(reason(evidence)).toBe(said);
});

test('a container from before the step opened is no attempt', () => {
  expect(reason(with_({ ...other, fresh: false }))).toBe('pending: No container runs `sleep 11111` yet.');
});

test.each([
  [['sleep', '11111'], true],
  [['/usr/bin/sleep', '11111'], true],
  [['sh', '-c', 'sleep 11111'], true],
  [['/bin/sh', '-c', '  exec sleep   11111 '], true],
  [['bash', '-c', 'sleep 11111;'], true],
  [['bash', '-lc', '/bin/sleep 11111'], true],
  [['sleep', '111111'], false],
  [['sleep', '11111', '22222'], false],
  [['sh', '-c', 'sleep 11111 & sleep 1'], false],
  [['sh', '-c', 'echo sleep 11111'], false],
  [['echo', 'sleep', '11111'], false],
  [['sh', 'sleep 11111'], false],
])('%j runs `sleep 11111`: %s', (command, expected) => {
  expect(runs(command, 'sleep 11111')).toBe(expected);
});

test("quotes around an argument of the lab are a shell's", () => {
  expect(runs(['nginx', '-g', 'daemon off;'], 'nginx -g "daemon off;"')).toBe(true);
  expect(runs(['echo', "it's"], "echo it's")).toBe(true);
  expect(runs(['nginx', '-g', 'daemon on;'], 'nginx -g "daemon off;"')).toBe(false);
});
