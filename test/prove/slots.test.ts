import { expect, test } from 'vitest';
import { slots } from '../../runner/prove/slots.ts';

test('no more work at a time than there are places, in the order it was asked for', async () => {
  const places = slots(2);
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  const tasks = gates.map(({ promise }, index) =>
    places.run(async () => {
      begun.push(index);
      await promise;
      return index;
    }),
  );
  gates[1]?.resolve();
  expect(await tasks[1]).toBe(1);
  expect(begun).not.toContain(3);
  for (const { resolve } of gates) resolve();
  expect(await Promise.all(tasks)).toEqual([0, 1, 2, 3]);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('a task that fails gives its place back', async () => {
  const places = slots(1);
  await expect(places.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await places.run(async () => 'yes')).toBe('yes');
});
