import { expect, test } from 'vitest';
import { openLab } from '../../runner/commands/labs.ts';
import { titleIn, titleOf } from '../../runner/lab/title.ts';
import { root } from '../commands/seatrial.ts';

test('what the list shows of a lab can be kept as a line, and a damaged line is none', () => {
  const title = titleOf(openLab('share-process-namespace', { root, cwd: root }));
  expect(title).toMatchObject({ id: 'share-process-namespace', engine: 'Kubernetes', steps: 8 });
  const line = JSON.stringify(title);
  expect(line).not.toContain('\n');
  expect(titleIn(line)).toEqual(title);
  for (const damaged of ['', '{', line.slice(0, 60), '{"id":"share-process-namespace"}'])
    expect(titleIn(damaged)).toBeUndefined();
});
