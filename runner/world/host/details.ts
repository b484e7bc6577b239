import type { GroupLimits, ProcessDetails } from './model.ts';
import { signals } from './signals.ts';
import { recordsIn } from './table.ts';

// capability.h, in the order of their numbers.
const capabilities =
  'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE'.split(
    ' ',
  );
/** The names of the bits that are set in a mask of hexadecimal digits, the first name for the lowest bit. */
const named = (mask: string, names: readonly string[]): readonly string[] =>
  names.filter((_, bit) => (BigInt(`0x${mask || '0'}`) >> BigInt(bit)) & 1n);

const seccomp = ['none', 'strict', 'filter'] as const;

/** From so many bytes on, version 1 means that there is no limit: the largest number of whole pages. */
const unlimited = 2 ** 62;

/** A number, or `max` for what has no limit; undefined where nothing is written. */
function limit(text: string | undefined): number | 'max' | undefined {
  const value = text?.trim();
  if (!value) return undefined;
  return value === 'max' || Number(value) < 0 || Number(value) >= unlimited ? 'max' : Number(value);
}

const count = (text: string | undefined): number | undefined => (text?.trim() ? Number(text) : undefined);

/** A field of a file of lines "name value". */
const field = (text: string | undefined, name: string): number | undefined =>
  count(new RegExp(`^${name} (\\d+)$`, 'm').exec(text ?? '')?.[1]);

/** What a control group allows and has counted: the same words for both versions; cgroups(7), "Control Group v2" in the kernel's documentation. */
function limitsOf(files: ReadonlyMap<string, string>): GroupLimits {
  const file = (...names: readonly string[]) => names.map((name) => files.get(name)).find((text) => text !== undefined);
  const [quota, period] = file('cpu.max')?.trim().split(' ') ?? [file('cpu.cfs_quota_us'), file('cpu.cfs_period_us')];
  const cores = limit(quota);
  return {
    memory: {
      limit: limit(file('memory.max', 'memory.limit_in_bytes')),
      used: count(file('memory.current', 'memory.usage_in_bytes')),
      peak: count(file('memory.peak', 'memory.max_usage_in_bytes')),
      reached: field(files.get('memory.events'), 'max') ?? count(file('memory.failcnt')),
      oomKills: field(files.get('memory.events'), 'oom_kill') ?? field(files.get('memory.oom_control'), 'oom_kill'),
    },
    cpu: {
      cores: cores === 'max' || cores === undefined ? cores : cores / Number(period),
      shares: count(file('cpu.shares')),
      weight: count(file('cpu.weight')),
      throttled: field(file('cpu.stat'), 'nr_throttled'),
      set: file('cpuset.cpus.effective', 'cpuset.cpus')?.trim(),
    },
    pids: {
      limit: limit(file('pids.max')),
      used: count(file('pids.current')),
      refused: field(file('pids.events'), 'max'),
    },
    frozen: /^(?:1|FROZEN)$/.test(file('cgroup.freeze', 'freezer.state')?.trim() ?? ''),
  };
}

/** What the machine's helper tells of one process; undefined of one that is gone. Fields as in proc_pid_status(5). */
export function readDetails(dump: Buffer): ProcessDetails | undefined {
  if (dump.length === 0) return undefined;
  const [status = '', groups = '', spaces = '', ...rest] = recordsIn(dump, 1).map(([text = '']) => text);
  const files = new Map(
    rest.flatMap((name, index) => (index % 2 === 0 ? [[name, rest[index + 1] ?? ''] as const] : [])),
  );
  const line = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(status)?.[1]?.trim() ?? '';
  const numbers = (name: string): readonly number[] => line(name).split(/\s+/).filter(Boolean).map(Number);
  const namesOf = (name: string, names: readonly string[]) => named(line(name), names);
  return {
    user: { uid: numbers('Uid')[1] ?? 0, gid: numbers('Gid')[1] ?? 0, groups: numbers('Groups') },
    capabilities: {
      effective: namesOf('CapEff', capabilities),
      permitted: namesOf('CapPrm', capabilities),
      bounding: namesOf('CapBnd', capabilities),
      inheritable: namesOf('CapInh', capabilities),
      ambient: namesOf('CapAmb', capabilities),
    },
    seccomp: seccomp[Number(line('Seccomp'))] ?? 'none',
    noNewPrivileges: line('NoNewPrivs') === '1',
    signals: {
      blocked: namesOf('SigBlk', signals),
      ignored: namesOf('SigIgn', signals),
      caught: namesOf('SigCgt', signals),
    },
    namespaces: Object.fromEntries(
      [...spaces.matchAll(/^(\w+) \w+:\[(\d+)\]$/gm)].map(([, name = '', inode = '']) => [name, inode]),
    ),
    cgroup: { version: /^0::/m.test(groups) && !/^\d+:[^:]*pids/m.test(groups) ? 2 : 1, ...limitsOf(files) },
  };
}
