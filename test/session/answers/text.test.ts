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
    Permission denied or No such process
    Permission denied, No such process
    Permission denied⏎No such process
  `,
    several: `
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
