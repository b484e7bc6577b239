import { type Parts, type Readers, readerOf } from '../../lab/factParts.ts';
import type { Process } from '../../world/host/model.ts';

type Given = { readonly process: Process; readonly among: readonly Process[] };

const readers: Readers<Parts['process'], Given, string | undefined> = {
  pid: ({ process }) => String(process.pid),
  insidePid: ({ process }) => String(process.insidePid),
  name: ({ process }) => process.name,
  program: ({ process }) => lastPart(process.args[0] ?? process.name),
  line: ({ process }) => programLine(process.args),
  pidNamespace: ({ process }) => process.namespaces.pid,
  parent: ({ process, among }, rest) =>
    ofProcess(
      among,
      among.find(({ pid }) => pid === process.parent),
      rest,
    ),
};

/** What a process of the table is asked for; itself is its PID. */
export function ofProcess(
  among: readonly Process[],
  process: Process | undefined,
  [part = 'pid', ...rest]: readonly string[],
): string | undefined {
  return process && readerOf(readers, part)?.({ process, among }, rest);
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A process's arguments as one line, its program without the path. */
export const programLine = ([first = '', ...rest]: readonly string[]): string => [lastPart(first), ...rest].join(' ');
