import { byPatterns, type Reader, row } from './row.ts';

/** Words that make a sentence of `7 or 1`, and no program of it. */
const sentence =
  /^(?:or|and|not|but|maybe|perhaps|possibly|probably|also|then|if|else|either|neither|is|was|has|are|be|the|a|an|of|in|on|at|to|for|vs|versus|by|from|with|as|it|its|this|that|because|since|so|hmm+|um+|no|yes|wait|actually|sorry|oder|ms|seconds?|secs?|minutes?|hours?|days?|weeks?|times?|[kmgt]i?b|bytes?|cpus?|workers|threads|users|files|hosts|nodes|process(?:es)?|containers?|pods?|pids?|ppid|parent|child|first|second|inside|outside|host)[,.:]?$/i;

/** `pgrep -a` and `-l`: `198 sleep 11111`. */
export const pgrep: Reader = (line) => {
  const groups = /^(?<pid>\d+) (?<command>[[({]?[A-Za-z/.-][\w./:@+-]*.*)$/.exec(line)?.groups;
  const first = groups?.command?.split(' ')[0] ?? '';
  return groups &&
    /[a-z]/i.test(first) &&
    first !== 's' &&
    !sentence.test(first.replace(/[()[\]{}]/g, '')) &&
    /^[[({/.-]?[\w.:@/+-]+[\])}]?$/.test(first)
    ? [row(groups)]
    : undefined;
};

/** `netstat -p` and `ss` name a process `1321/sleep`; never `80/tcp`. */
export const netstat: Reader = byPatterns(
  /^(?<pid>\d+)\/(?!(?:tcp|udp|sctp|icmp)6?$)(?<command>[A-Za-z][\w.:@+-]*(?: .*)?)$/,
);

/** `ss -p`: `users:(("sleep",pid=198,fd=3))`. */
export const ss: Reader = (line) => {
  if (!line.includes('users:((')) return undefined;
  return [...line.matchAll(/\("(?<command>[^"]+)",pid=(?<pid>\d+),fd=\d+\)/g)].map(({ groups }) => row(groups ?? {}));
};

/** `/proc/1/comm:pause`, as `grep` shows it of several files. */
export const procFile: Reader = byPatterns(/^\/proc\/(?<pid>\d+)\/(?:comm|cmdline): ?(?<command>\S.*)$/);

/** `pstree -pa`: `|-sleep,198 11111`. */
export const pstreeLine: Reader = byPatterns(/^[|`' -]*(?<command>[A-Za-z][\w.:@+-]*),(?<pid>\d+)(?: .*)?$/);

/** `[1] 198`, as a shell says of what it has sent into its background; `[1]+ 198 Running sleep 11111 &`. */
export const job: Reader = byPatterns(/^\[\d+\][+-]? ?(?<pid>\d+)(?: .*)?$/);

/** `pstree -p`: `init(1)---containerd-shim(171)---sleep(198)`; threads, in braces, are no processes. */
export const pstree: Reader = (text) => {
  const nodes = text
    .split(/[─┬├└│]+|-[-+`|]+-|[-`|]{2,}|\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '' && !/^\{.*\}\(\d+\)$/.test(each));
  const rows = nodes.map((each) => /^(?<command>[\w.:@/+ -]+?)\((?<pid>\d+)(?:,[\w`-]*)*\)$/.exec(each)?.groups);
  const isTree = rows.length > 0 && rows.every((each) => each && !sentence.test(each.command ?? ''));
  return isTree ? rows.map((groups) => row(groups ?? {})) : undefined;
};

/** Whether a text is a tree, each of whose branches leads to the next. */
export const isTree = (text: string): boolean => {
  const lines = text.split('\n');
  return pstree(text) !== undefined || (lines.length > 1 && lines.every((line) => pstreeLine(line) !== undefined));
};

const field = /^(?:\S*\/status:)?([A-Z][A-Za-z_]*):[ \t]*(.*)$/;
const known =
  /^(?:Name|Umask|State|Pid|PPid|Tgid|Ngid|TracerPid|[UG]id|FDSize|Groups|Threads|Seccomp|NoNewPrivs|NS(?:tgid|pid|pgid|sid)|(?:Cap|Sig|Shd|Vm|Rss)[A-Z]\w+)$/;

/** Lines of `/proc/PID/status`: together one process. Each further number of `NSpid` is a PID of its own. */
export const procStatus: Reader = (text) => {
  const all = text.split('\n').map((line) => {
    const [, name = '', value = ''] = field.exec(line) ?? [];
    return { name, value };
  });
  if (all.some(({ name }) => name === '') || !all.some(({ name }) => known.test(name))) return undefined;
  const isOwn = all.some(({ name }) => name === 'Pid');
  const inner = isOwn ? [] : (all.find(({ name }) => /^NS(?:tg|p)id$/.test(name))?.value.split(' ') ?? []);
  const named = Object.fromEntries(all.map(({ name, value }) => [name === 'Name' ? 'command' : name, value]));
  return inner.length > 0 ? inner.map((pid) => row({ ...named, Pid: pid })) : [row(named)];
};

/** `/proc/PID/stat`: the PID, the name in brackets, the state, the parent. */
export const procStat: Reader = byPatterns(/^(?<pid>\d+) \((?<command>[^)]*)\) [A-Z] (?<ppid>\d+) .*$/);
