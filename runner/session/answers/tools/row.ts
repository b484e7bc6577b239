/** One line or entry of a tool's output: its values by column, whose names are in small letters. */
export type Row = ReadonlyMap<string, string>;

/** Reads the output of one tool, or one line of it; undefined where it is another's. */
export type Reader = (text: string) => readonly Row[] | undefined;

/** What tools call the same thing. */
const aliases: Readonly<Record<string, string>> = {
  uid: 'user',
  euser: 'user',
  ruser: 'user',
  cmd: 'command',
  args: 'command',
  comm: 'command',
  ucmd: 'command',
  ucomm: 'command',
  parent: 'ppid',
  tgid: 'pid',
  spid: 'tid',
  lwp: 'tid',
  tt: 'tty',
  stat: 's',
  'time+': 'time',
  sess: 'sid',
  pgrp: 'pgid',
  ipaddress: 'address',
  ipv4address: 'address',
  podip: 'address',
  ip: 'address',
  inet: 'address',
  src: 'address',
  via: 'gateway',
  brd: 'broadcast',
  bcast: 'broadcast',
  mask: 'netmask',
  names: 'name',
};

export const columnOf = (name: string): string => {
  const known = name.toLowerCase().replace(/^%/, '');
  return aliases[known] ?? known;
};

export const row = (values: Readonly<Record<string, string | undefined>>): Row =>
  new Map(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[columnOf(name), value] as const],
    ),
  );

/** A reader of lines that fit any of these patterns, whose groups are named after the columns. */
export const byPatterns =
  (...patterns: readonly RegExp[]): Reader =>
  (line) => {
    for (const pattern of patterns) {
      const groups = pattern.exec(line)?.groups;
      if (groups) return [row(groups)];
    }
    return undefined;
  };
