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
    for (const program of programs) {
      const key = [id, pid, program].join(' ');
      const watching = watches.get(key) ?? helper.ask('watch', nonce, id, String(pid), program);
      watches.set(key, watching);
      await watching.catch((error: unknown) => {
        watches.delete(key);
        throw error;
      });
    }
  };

  const programRuns: DockerWorld['programRuns'] = async (id, programs, since) => {
    await watch(id, programs);
    return runs.filter((run) => run.container === id && run.at >= since && programs.includes(run.program));
  };

  return { runs: programRuns, add: (run: ProgramRun) => runs.push(run) };
}
