import { z } from 'zod';
import { instant } from '../instant.ts';

/** An exec as a node's runtime tells of it. Times in ms since 1970, by the node's clock. */
export type ExecSeen = {
  readonly id: string;
  /** The runtime's id of the container. */
  readonly container: string;
  /** When it was asked for; unset where that was before anybody watched. */
  readonly added?: number;
  /** Its process on the node; unset where it could not be started, or not yet. */
  readonly pid?: number;
  readonly ended?: { readonly at: number; readonly code: number };
};

/** Who has opened a file, or an entry of a process list, and read it. */
export type OpenedBy = {
  readonly at: number;
  /** On the node. */
  readonly pid: number;
  /** The runtime's id of the container that the process belongs to by its control group; unset for the node's own. */
  readonly container?: string;
  /** Inode of its mount namespace; unset where it had ended already when it was looked at. */
  readonly space?: string;
  /** Where it comes from within its container: the first process there, or the one that an exec has started. */
  readonly origin: number;
  readonly program: string;
  /** Of a process list: `all` for the list itself, else a PID in it. Of a refusal: what was refused. */
  readonly entry?: string;
};

type Event = {
  readonly what: 'exec-added' | 'exec-started' | 'exit';
  readonly id: string;
  readonly container: string;
  readonly at: number;
  readonly pid?: number | undefined;
  readonly code: number;
};

const body = z.object({
  container_id: z.string(),
  exec_id: z.string().optional(),
  id: z.string().optional(),
  pid: z.number().optional(),
  exit_status: z.number().default(0),
  exited_at: z.string().optional(),
});

/** A line of `ctr events`, as far as it is about an exec: the time, the namespace, the topic, and the event (containerd's `api/events`). */
export function readEvent(line: string): Event | undefined {
  const [, day, time, what, json = ''] =
    /^(\S+) (\S+) .*? \/tasks\/(exec-added|exec-started|exit) (\{.*\})$/.exec(line) ?? [];
  const read = body.safeParse(jsonIn(json)).data;
  // What ends with the container's id for its own is the container.
  const id = read?.exec_id ?? read?.id;
  if (!read || id === undefined || id === read.container_id) return undefined;
  const at = read.exited_at ?? `${day}T${time}Z`;
  return {
    what: what === 'exec-added' || what === 'exec-started' ? what : 'exit',
    ...{ id, container: read.container_id, at: instant(at), pid: read.pid, code: read.exit_status },
  };
}

/** What is known of an exec after one more event. */
export function execAfter(before: ExecSeen | undefined, { what, id, container, at, pid, code }: Event): ExecSeen {
  const known = before ?? { id, container };
  if (what === 'exec-added') return { ...known, added: at };
  const process = pid === undefined ? known : { ...known, pid };
  return what === 'exec-started' ? process : { ...process, ended: { at, code } };
}

/**
Whether one who has ended too soon to be seen may still prove to be an exec in another container: the runtime has told of nothing from
after it. `past`: what is from before then it has told of.
*/
export function isEarly({ container, space, at, pid }: OpenedBy, execs: readonly ExecSeen[], past: number): boolean {
  if (container !== undefined || space !== undefined || execs.some((each) => each.pid === pid)) return false;
  return at > Math.max(past, ...execs.map(({ added = 0, ended }) => ended?.at ?? added));
}

/** The fields of what a witness tells of an opening: KEY TIME PID CONTAINER SPACE ORIGIN PROGRAM, and ENTRY of a process list. */
export function readOpened([
  key = '',
  at,
  pid,
  container = '',
  space = '',
  origin,
  program = '',
  entry,
]: readonly string[]): { readonly key: string; readonly by: OpenedBy } | undefined {
  if (key === '') return undefined;
  return {
    key,
    by: {
      ...{ at: Number(at), pid: Number(pid), origin: Number(origin), program },
      ...(container !== '' && { container }),
      ...(space !== '' && { space }),
      ...(entry !== undefined && { entry }),
    },
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
