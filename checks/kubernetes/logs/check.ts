import { defineCheck, message, passed, pending, z } from '../../../runner/api.ts';
import { containerCalled, podCalled } from '../pods.ts';

const params = z.strictObject({
  pod: z.string().describe('Which Pod: a name, or a fact such as `${nginx}`.'),
  container: z.string().optional().describe('Which of its containers; its first one unless given.'),
  contains: z.string().describe('A text that a line must contain.'),
});

export type Params = z.infer<typeof params>;

export type Evidence = {
  readonly pod?: string;
  readonly container: string;
  readonly known: boolean;
  /** The last line that contains the text. */
  readonly line?: string;
  /** The last line of all. */
  readonly last?: string;
};

/** A container has written a text. */
export const logs = defineCheck<Params, Evidence>({
  name: 'kubernetes/logs',
  about: 'A container of a Pod has written a line that contains this text, be it before it was started again.',
  params,
  wakesOn: ['kubernetes.log', 'kubernetes.object.Pod'],

  async observe({ kubernetes }, { pod, container, contains }, { signal }) {
    const found = podCalled(await kubernetes.pods(signal), pod);
    const name = container ?? found?.containers.find(({ role }) => role === 'main')?.name ?? '';
    if (!found || !containerCalled(found, name))
      return { ...(found && { pod: found.name }), container: name, known: false };
    const now = await kubernetes.logs(found, name, signal);
    // One that was started again has written all the same what it wrote before.
    const before = containerCalled(found, name)?.restarts ? await kubernetes.previousLogs(found, name, signal) : '';
    const lines = `${before}\n${now}`.split('\n').filter((each) => each.trim() !== '');
    const line = lines.findLast((each) => each.includes(contains));
    const last = lines.at(-1);
    return {
      ...{ pod: found.name, container: name, known: true },
      ...(line !== undefined && { line }),
      ...(last !== undefined && { last }),
    };
  },

  judge({ pod, container, known, line, last }, { pod: reference, contains }) {
    if (pod === undefined) return pending(message('kube.no-pod', { name: reference }));
    if (!known) return pending(message('kube.pod.no-container', { name: pod, container }), { attempt: true });
    const where = `${pod}/${container}`;
    if (line !== undefined) return passed(message('kube.logs.right', { where, line: line.trim() }));
    if (last === undefined) return pending(message('kube.logs.none', { where }));
    return pending(message('kube.logs.other', { where, contains }), {
      mismatch: { expected: contains, actual: last.trim() },
    });
  },
});
