import type { Process } from '../../world/host/model.ts';

/** What a process of the table is asked for: `pid`, `insidePid`, `name`, `program`, `line`, `pidNamespace`, `parent`. */
export function ofProcess(
  processes: readonly Process[],
  process: Process | undefined,
  [field, ...rest]: readonly string[],
): string | undefined {
  if (!process) return undefined;
  switch (field) {
    case 'parent':
      return ofProcess(
        processes,
        processes.find((each) => each.pid === process.parent),
        rest,
      );
    case 'pid':
    case undefined:
      return String(process.pid);
    case 'insidePid':
      return String(process.insidePid);
    case 'name':
      return process.name;
    case 'pidNamespace':
      return process.namespaces.pid;
    case 'line':
      return programLine(process.args);
    case 'program':
      return lastPart(process.args[0] ?? process.name);
    default:
      return undefined;
  }
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A process's arguments as one line, its program without the path. */
export const programLine = ([first = '', ...rest]: readonly string[]): string => [lastPart(first), ...rest].join(' ');
