import type { Helper } from '../machine/helper.ts';
import type { Container, DockerWorld, ProgramRun } from './model.ts';

/** Watches over programs inside containers: each opening of their files is told on the machine's channel. */
export function programWatch(helper: Helper, nonce: string, container: (id: string) => Promise<Container | undefined>) {
  const runs: ProgramRun[] = [];
  /** By a container's first process: one that is started again has another, and needs another watch. */
  const watches = new Map<string, Promise<unknown>>();

  const watch = async (id: string, programs: readonly string[]): Promise<void> => {
    const pid = (await container(id))?.pid;
    if (pid === undefined) return;
    const keys = new Map(programs.map((program) => [program, [id, pid, program].join(' ')]));
    const fresh = [...keys].filter(([, key]) => !watches.has(key));
    if (fresh.length > 0) {
      // All at once: each request is a process more among those that the learner looks at.
      const watching = helper.ask('watch', nonce, id, String(pid), ...fresh.map(([program]) => program));
      for (const [, key] of fresh) watches.set(key, watching);
      watching.catch(() => {
        for (const [, key] of fresh) watches.delete(key);
      });
    }
    await Promise.all([...keys.values()].map((key) => watches.get(key)));
  };

  const programRuns: DockerWorld['programRuns'] = async (id, programs, since) => {
    await watch(id, programs);
    return runs.filter((run) => run.container === id && run.at >= since && programs.includes(run.program));
  };

  return { runs: programRuns, add: (run: ProgramRun) => runs.push(run) };
}
