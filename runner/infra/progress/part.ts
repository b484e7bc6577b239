import type { Task } from './report.ts';

/**
Splits a task into stages that take about this long each, in any unit; each gets a task of its own, which moves the whole
from where its stage begins to where it ends.
*/
export function stagesOf<K extends string>(
  task: Task,
  weights: Readonly<Record<K, number>>,
): Readonly<Record<K, Task>> {
  const names = Object.keys(weights) as K[];
  const total = names.reduce((sum, name) => sum + weights[name], 0);
  const begin = (name: K) => names.slice(0, names.indexOf(name)).reduce((sum, each) => sum + weights[each], 0);
  const stage = (name: K): Task => ({
    line: (text) => task.line(text),
    progress: (done, of) => task.progress(begin(name) + weights[name] * Math.min(1, done / of), total),
  });
  return Object.fromEntries(names.map((name) => [name, stage(name)])) as Record<K, Task>;
}
