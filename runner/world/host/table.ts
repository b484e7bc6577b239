import type { HostProcess, Process } from './model.ts';

/** Names of processes by which Seatrial works on the machine; the learner's shell and its keeper are not among them. */
const helpers = /^seatrial-(helper|relay|watch|follow|machine)$/;

const inode = (link: string): string => /\[(\d+)\]/.exec(link)?.[1] ?? '';

/** Takes a helper's dump apart: byte strings, each after its length as 32 bits big-endian, so many to a record. */
export function recordsIn(dump: Buffer, width: number): readonly (readonly string[])[] {
  const records: string[][] = [];
  let offset = 0;
  const next = (): string => {
    const length = dump.readUInt32BE(offset);
    offset += 4 + length;
    return dump.toString('utf8', offset - length, offset);
  };
  while (offset < dump.length) records.push(Array.from({ length: width }, next));
  return records;
}

/**
A process from its record: `stat`, the values of `NSpid` with what it has inherited below them, `cmdline`, and the links `ns/pid`, `ns/net`, `ns/mnt`; what stands
behind is left alone. Fields as in proc_pid_stat(5). Undefined for Seatrial's own helpers.
*/
export function processOf([stat = '', told = '', commandLine = '', pid = '', net = '', mnt = '']: readonly string[]):
  | Process
  | undefined {
  const args = commandLine.split('\0').slice(0, -1);
  const [, number, name, rest] = /^(\d+) \(([\s\S]*)\) ([\s\S]*)$/.exec(stat) ?? [];
  if (rest === undefined || helpers.test(args[0] ?? commandLine)) return undefined;
  // From field 3 on: state, ppid, pgrp, session, tty_nr, tpgid …
  const fields = rest.trimEnd().split(' ');
  const [, parent, group, session, terminal, foregroundGroup] = fields.map(Number);
  return {
    pid: Number(number),
    parent: parent ?? 0,
    insidePid: pidsIn(told).at(-1) ?? 0,
    name: name ?? '',
    args,
    namespaces: { pid: inode(pid), net: inode(net), mnt: inode(mnt) },
    startTicks: Number(fields[19]),
    session: session ?? 0,
    foreground: terminal !== 0 && group === foregroundGroup,
    ...(fields[0] === 'T' && { stopped: true }),
    ...inheritedIn(told),
  };
}

/** A process's PIDs, outermost first, from what a helper tells of its status. */
export const pidsIn = (told: string): readonly number[] => (told.split('\n')[0] ?? '').trim().split(/\s+/).map(Number);

/** What it has from whoever started it. A machine that was made before its helper told so tells nothing. */
function inheritedIn(told: string): Pick<Process, 'inherited'> {
  const [, sessions = '', bounding = '', seccomp = ''] = told.split('\n');
  if (sessions === '' || bounding === '') return {};
  const session = Number(sessions.trim().split(/\s+/).at(-1));
  return { inherited: { session, bounding, filtered: seccomp !== '' && seccomp !== '0' } };
}

/** Clock ticks in a second, as every kernel for these machines counts them for programs: sysconf(3), `_SC_CLK_TCK`. */
const ticks = 100;

/**
The process table from the machine's helper: when the kernel was started, in s since 1970, and how long it has been running, in s; then a record for each process, with
the id of its container (empty for the machine's own) and its effective UID behind what `processOf` reads.
*/
export function readTable(dump: Buffer): readonly HostProcess[] {
  if (dump.length === 0) return [];
  const records = 4 + dump.readUInt32BE(0);
  const [booted = 0, uptime = 0] = dump
    .toString('utf8', 4, records)
    .split(' ')
    .map((seconds) => Number(seconds) * 1000);
  return recordsIn(dump.subarray(records), 8)
    .flatMap((record): readonly HostProcess[] => {
      const process = processOf(record);
      const [container = '', uid = ''] = record.slice(6);
      if (!process) return [];
      const after = (process.startTicks * 1000) / ticks;
      const times = { startedAt: booted + after, age: uptime - after };
      return [{ ...process, ...(container !== '' && { container }), uid: Number(uid), ...times }];
    })
    .sort((a, b) => a.pid - b.pid);
}
