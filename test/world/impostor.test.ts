import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run } from '../helpers/machine.ts';

let lab: Machine;
beforeAll(async () => {
  lab = await openMachine('impostor');
  await lab.load(['linux', 'busybox']);
  const dockerfile = 'FROM linux\nCOPY fake /usr/bin/sleep\nCOPY fake /usr/bin/fresh\n';
  await run(lab, `cp /usr/bin/yes fake; printf '${dockerfile}' > Dockerfile; docker build -t own .`);
}, 60_000);
afterAll(() => lab.remove());

const script = "printf '#!/bin/sh\\nread x < /dev/zero\\n' > script; chmod +x script";

test.each<readonly [string, string, string | undefined]>([
  ['the image’s own', 'docker run -d linux sleep 11111', undefined],
  ['one of many, by a link', 'docker run -d busybox sleep 11111', undefined],
  ['a copy of it', "docker run -d linux sh -c 'cp /usr/bin/sleep /tmp/; exec /tmp/sleep 11111'", undefined],
  ['its own, written again', "docker run -d linux sh -c 'touch /usr/bin/sleep; exec sleep 11111'", undefined],
  ['its own, in an image built upon it', 'docker run -d --entrypoint tail own -f /dev/null', undefined],
  ['what no image of the lab’s has', 'docker run -d --entrypoint fresh own', undefined],
  ['another in an image built upon it', 'docker run -d own sleep 11111', '/usr/bin/sleep'],
  ['another, mounted', 'docker run -d -v $PWD/fake:/usr/bin/sleep linux sleep 11111', '/usr/bin/sleep'],
  ['a script, mounted', `${script}; docker run -d -v $PWD/script:/usr/bin/sleep linux sleep 1`, '/usr/bin/sleep'],
  ['another, found first', 'cp fake sleep; docker run -d -v $PWD:/x -e PATH=/x linux sleep 11111', '/x/sleep'],
])('%s', async (_, begin, expected) => {
  const id = (await run(lab, begin)).split('\n').at(-1) ?? '';
  await expect.poll(async () => (await lab.world.docker.processes(id)).length).toBe(1);
  const [process] = await lab.world.docker.processes(id);
  const names = begin.includes('tail') ? ['tail'] : begin.includes('fresh') ? ['fresh'] : ['sleep'];
  await expect.poll(() => lab.world.docker.impostor(id, process?.pid ?? 0, names)).toBe(expected);
  await run(lab, `docker rm -f ${id}`);
});
