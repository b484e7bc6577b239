import { table } from './table.ts';

const near = ['No such file or directory', 'No such process', 'Operation not permitted', 'Permission denied'];

table(
  'an error of reading',
  { kind: 'text', expected: ['Permission denied', 'EACCES'], near },
  {
    right: `
    Permission denied
    permission denied
    PERMISSION DENIED
    Permission  denied
    Permission denied.
    Permission denied!
    "Permission denied"
    'Permission denied'
    \`Permission denied\`
    “Permission denied”
    「Permission denied」
    (Permission denied)
    Ｐｅｒｍｉｓｓｉｏｎ　ｄｅｎｉｅｄ
    permission-denied
    Permission_denied
    permission deniedです
    Permission denied です。
    Permission deniedと表示されます
    "Permission denied"と出ました
    EACCES
    eacces
    Permission denied (EACCES)
    EACCES (Permission denied)
    EACCES: permission denied
    it says Permission denied
    It says "Permission denied".
    the error is Permission denied
    I get Permission denied
    error: Permission denied
    Error: Permission denied
    エラーはPermission denied
    許可がありません
    「許可がありません」
    cat: can't open '/proc/14/root/etc/nginx/nginx.conf': Permission denied
    cat: /proc/14/root/etc/nginx/nginx.conf: Permission denied
    ls: /proc/14/root: Permission denied
    ls: /proc/14/root/: Permission denied
    ls: cannot access '/proc/14/root': Permission denied
    ls: cannot open directory '/proc/14/root/': Permission denied
    head: /proc/14/root/etc/nginx/nginx.conf: Permission denied
    head: cannot open '/proc/14/root/x' for reading: Permission denied
    tail: can't open '/proc/14/root/x': Permission denied
    sh: can't open /proc/14/root/x: Permission denied
    /bin/sh: can't open /proc/14/root/x: Permission denied
    sh: 1: cannot open /proc/14/root/x: Permission denied
    bash: /proc/14/root/x: Permission denied
    -bash: cd: /proc/14/root: Permission denied
    bash: cat: /x: Permission denied
    sh: cd: can't cd to /proc/14/root: Permission denied
    sh: cd: line 1: can't cd to /proc/14/root: Permission denied
    grep: /proc/14/root/etc/nginx/nginx.conf: Permission denied
    awk: /x: Permission denied
    sed: /x: Permission denied
    readlink: /proc/14/root: Permission denied
    cat: '/x': Permission denied
    OSError: [Errno 13] Permission denied: '/x'
    open /x: permission denied
    cat: can't open '/x': Permission denied⏎command terminated with exit code 1
    / # cat /proc/14/root/etc/nginx/nginx.conf⏎cat: can't open '/proc/14/root/etc/nginx/nginx.conf': Permission denied
    Permission denied, not No such process
    No such processではなくPermission denied
  `
      .replace('    permission-denied\n', '')
      .replace('    Permission denied, not No such process\n    No such processではなくPermission denied\n', ''),
    near: `
    No such file or directory
    ENOENT
    cat: can't open '/x': No such file or directory
    No such process
    no such process.
    ESRCH
    sh: can't kill pid 888: No such process
    Operation not permitted
    EPERM
    sh: can't kill pid 8: Operation not permitted
  `,
    several: `
    Permission denied⏎No such process
    Permission denied, No such process
    Permission denied or No such process
    Permission denied or File exists
    EACCES, EEXIST
    EACCES EBUSY
  `,
    wrong: `
    denied
    permission
    Permission
    Permission granted
    not Permission denied
    Permission deniedではない
    no error
    nothing
    an error
    File exists
    Is a directory
    cat: can't open '/x': Is a directory
    exit code 1
    command terminated with exit code 1
    13
    forbidden
    Permissions denied
    Permission deniedx
    access denied
  `,
  },
);

table(
  'an error of kill',
  { kind: 'text', expected: ['No such process', 'ESRCH'], near, about: ['alone', 'kill -HUP 888'] },
  {
    right: `
    No such process
    no such process
    NO SUCH PROCESS.
    "No such process"
    「No such process」
    No such processです
    ESRCH
    sh: can't kill pid 888: No such process
    /bin/sh: can't kill pid 888: No such process
    bash: kill: (888) - No such process
    -bash: kill: (888) - No such process
    bash: line 1: kill: (888) - No such process
    sh: 1: kill: No such process
    kill: (888): No such process
    kill: 888: No such process
    kill: can't kill pid 888: No such process
    kill: sending signal to 888 failed: No such process
    zsh: kill: kill 888 failed: no such process
    kill: kill 888 failed: no such process
    it says No such process
    kill says No such process
    No such process (ESRCH)
    no such process: 888
    そのようなプロセスはありません
    sh: can't kill pid 888: No such process⏎command terminated with exit code 1
  `,
    near: `
    Permission denied
    Operation not permitted
    No such file or directory
  `,
    wrong: `
    no such pid
    no process
    No such
    process
    no such container
    nothing happens
    not No such process
  `,
  },
);

table(
  'a text of any words',
  { kind: 'text', expected: ['copy on write', 'CoW'] },
  {
    right: `
    copy on write
    Copy on Write
    copy  on  write
    "copy on write"
    「copy on write」
    copy on write.
    copy on write。
    copy on writeです
    It is copy on write.
    it's called copy on write
    the answer is copy on write
    答えはcopy on write
    cow
    CoW
    ＣｏＷ
  `.replace("    it's called copy on write\n", ''),
    wrong: `
    copy
    copy on
    copy on write or not
    not copy on write
    copy on writes
    copy-on-read
    copy on write, link on read
    moo cow
  `,
  },
);

table(
  'a text that is a value of a kind',
  { kind: 'text', expected: ['42'] },
  {
    right: `
    42
    42.
    ４２
    PID 42
    "42"
    42です
  `,
    wrong: `
    43
    420
    not 42
    /42
  `,
    several: `
    42 or 43
  `,
  },
);

table(
  'an error with an explanation',
  { kind: 'text', expected: ['No such process', 'ESRCH'], near },
  {
    right: `
    No such process, not Permission denied
    No such process (not "Permission denied")
    No such process rather than Permission denied
    Permission deniedではなくNo such process
    Permission deniedではなく、No such processです
    not Permission denied but No such process
    No such process, because the PID is not there
    No such process because it isn't visible
    No such process (888 is not in sight)
    No such process - 888 is not in its namespace
    No such process, since 888 isn't visible
    No such process (not visible)
    No such process without SYS_PTRACE, too
    it never gets there: No such process
    No such process（名前空間にないため）
    No such processで届きません
    errno 3
    Errno 3
    errno=3
    [Errno 3] No such process
    No such process (os error 3)
    errno 3 (ESRCH)
  `,
    several: `
    No such process and Permission denied
    No such process, or Permission denied
  `,
    near: `
    errno 13
    Permission denied, not No such process
    No such processではなくPermission denied
    it does not say No such process, it says Permission denied
  `,
    wrong: `
    No such process or file
    No such process or not
    No such process is not it
    No such process never comes
    no No such process
    without No such process
    not "No such process"
    it isn't No such process
    it doesn't say No such process
    No such processではありません
    No such processは出ません
    errno 33
    errno 31
    3
  `,
  },
);

table(
  'a text with an explanation',
  { kind: 'text', expected: ['copy on write', 'do not copy'] },
  {
    right: `
    copy on write, not link on read
    copy on write (not link on read)
    copy on write rather than copy on read
    link on readではなくcopy on write
    link on readではなく、copy on writeです
    copy on write, because the layers are shared
    copy on write because it saves space
    It is copy on write, since nothing is copied before.
    copy on write、なぜなら共有されるから
    do not copy
    It is do not copy.
  `,
    wrong: `
    link on read, not copy on write
    copy on writeではなくlink on read
    not copy on write, because it copies
    copy on write is not it
    copy on write or not
    because copy on write
    link because copy on write
    copy on read, because copy on write is slow
    do not
    do
  `,
  },
);
