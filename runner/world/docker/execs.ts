import type { EngineEvent } from './events.ts';
import type { Exec } from './model.ts';

/** The part of an exec's event after its name: `exec_start: ps -ef`. */
const commandLineOf = (action: string): string => /^exec_\w+: ?([\s\S]*)$/.exec(action)?.[1]?.trimEnd() ?? '';

/** Programs that were started in running containers, from the engine's events. */
export function execLog() {
  const execs = new Map<string, Exec>();

  return {
    apply(event: EngineEvent): void {
      const id = event.attributes.execID ?? '';
      if (event.action.startsWith('exec_start')) {
        execs.set(id, {
          container: event.id,
          commandLine: commandLineOf(event.action),
          at: event.at,
          ...execs.get(id),
        });
      }
      const begun = execs.get(id);
      if (event.action === 'exec_die' && begun) {
        execs.set(id, { ...begun, exitCode: Number(event.attributes.exitCode ?? 0), endedAt: event.at });
      }
    },
    since: (since: number): readonly Exec[] => [...execs.values()].filter((exec) => exec.at >= since),
  };
}
