import { defineCheck, type Found, message, passed, pending, z } from '../../../runner/api.ts';
import { containerCalled, podCalled } from '../pods.ts';
import { isCalled } from '../process/check.ts';

const params = z.strictObject({
  pod: z.string().describe('Which Pod: a name, or a fact such as `${nginx}`.'),
  container: z.string().describe('In which of its containers.'),
  path: z.string().describe('The file as a process of that container sees it.'),
  process: z
    .string()
    .optional()
    .describe('How the command line of that process begins; the first one of the container unless given.'),
  find: z
    .string()
    .optional()
    .describe(
      'A regular expression that a line must match. With `as`, its first group is what later steps know by that name.',
    ),
});

export type Params = z.infer<typeof params>;

export type Evidence = {
  readonly pod?: string;
  readonly running: boolean;
  readonly exists: boolean;
  readonly line?: string;
  readonly group?: string;
};

/** A file is there in a container, and a line in it: as its own processes see it, whatever is mounted there. */
export const file = defineCheck<Params, Evidence>({
  name: 'kubernetes/file',
  about:
    'A file is there in a container, as a process of it sees it, and has a line like this. With `as`, later steps know what stands there.',
  params,
  binds: 'text',
  wakesOn: ['kubernetes.action', 'kubernetes.object.Pod', 'terminal.quiet', 'shell.command'],
  sees: ['processes'],
  lasting: true,

  async observe({ kubernetes }, { pod, container, path, process, find = '' }, { signal }) {
    const found = podCalled(await kubernetes.pods(signal), pod);
    const id = found && containerCalled(found, container)?.id;
    const own = found && id !== undefined ? await kubernetes.processes(found, id, signal) : [];
    const first = process === undefined ? own[0] : own.find((each) => isCalled(each, process));
    if (!found || !first) return { ...(found && { pod: found.name }), running: false, exists: false };
    const text = await kubernetes.readFile(found, first.pid, path, signal);
    const match = text === undefined ? null : new RegExp(find, 'm').exec(text);
    return {
      ...{ pod: found.name, running: true, exists: text !== undefined },
      ...(match && { line: match[0].trim() }),
      ...(match?.[1] !== undefined && { group: match[1] }),
    };
  },

  judge({ pod, running, exists, line, group }, { pod: reference, container, path, find }) {
    if (pod === undefined) return pending(message('kube.no-pod', { name: reference }));
    const where = `${pod}/${container}`;
    if (!running) return pending(message('kube.file.not-running', { where }));
    if (!exists) return pending(message('kube.file.none', { where, path }));
    if (line === undefined) return pending(message('kube.file.other', { where, path, find: find ?? '' }));
    const found: Found = { kind: 'text', text: group ?? line };
    return passed(message('kube.file.there', { where, path }), { found });
  },
});
