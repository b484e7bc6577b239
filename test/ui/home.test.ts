import { beforeAll, expect, test } from 'vitest';
import { bundleFixture, openFixture } from '../helpers/fixtureProgram.ts';

let program: string;
beforeAll(async () => {
  program = await bundleFixture('screen/home');
});

test.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
])('the labs with their state, in both languages, at $columns×$rows', async (size) => {
  await using screen = await openFixture(program, [], size);
  await screen.wait(/▸ ◐ A container is an isolated process +4\/10 +15 min +Docker/);
  await screen.wait(/ {2}✔ What outlives a container +done +1 min +Docker/);
  await screen.wait(/seatrial clean\s+removes it\./);
  screen.keys('j');
  await screen.wait('▸ ✔ What outlives');
  screen.keys('l');
  await screen.wait('▸ ✔ コンテナより長く残るもの');
  screen.keys('down', 'enter');
  await screen.exit;
  expect(screen.screen()).toContain('chosen: {"type":"open","lab":"pods","language":"ja"}');
  expect(screen.alternate()).toBe(false);
});

test('without colours a number opens a lab', async () => {
  await using screen = await openFixture(program, [], { env: { NO_COLOR: '1' } });
  await screen.wait('3. A Pod is a group of containers (new, 25 min, Kubernetes)');
  screen.keys('2', 'enter');
  await screen.exit;
  expect(screen.screen()).toContain('"lab":"volumes"');
});
