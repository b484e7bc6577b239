import { table } from './table.ts';

table(
  'a PID that is 1',
  { kind: 'pid', expected: ['1'], near: ['198', '0', '11111'] },
  {
    right: `
    1
    １
    ①
    one
    One.
    1です
    1です。
    １です。
    1番
    PID 1
    PID1
    PIDは1です
    it is 1
    #1
    sleep(1)
    1 (sleep)
    1 sleep 11111
    sleep 1
    root           1       0  0 10:12 ?        00:00:00 sleep 11111
    root           1  0.0  0.0   2484  1380 ?        Ss   10:12   0:00 sleep 11111
        1 root      0:00 sleep 11111
        1 ?        00:00:00 sleep
    PID USER TIME COMMAND⏎1 root 0:00 sleep 11111
    NSpid: 1
    1, because its parent is 0
    1 (PPID 0)
    1, the first process
  `,
    near: `
    198
    0
    PPID 0
    198 (on the host)
    sleep 11111
    11111 seconds
    root 198 171 0 10:12 ? 00:00:00 sleep 11111
  `,
    several: `
    on the host 198, inside 1
    1 or 198
    x: PID 7 or: 1
    7 or 1
    1 7
    1, 2, 3
    1/7
    1 2
  `,
    other: `
    PPID 1
    parent: 1
    PPid: 1
    "ExitCode": 1,
    UID 1
  `,
    wrong: `
    7
    /proc/sys/1
    /proc/1
    /1
    /dev/pts/1
    1.0
    1.1
    v1
    10
    11
    -1
    PID 7
    10:01
    172.17.0.1
    not 1
    1ではない
    root 7 1 0 10:12 ? 00:00:00 sleep 11111
    7 sleep 1
  `,
  },
);

table(
  "a parent's PID",
  { kind: 'pid', column: 'PPID', expected: ['204'], near: ['7'] },
  {
    right: `
    204
    PPID 204
    PPID: 204
    ppid=204
    PPid: 204
    PPid:	204
    the parent is 204
    parent 204
    親は204
    親プロセスのPIDは204です
    204 (PPID)
    PID 7, PPID 204
    PID 7 PPID 204
    7 is the PID, 204 is the PPID
    root 7 204 0 10:12 ? 00:00:00 sleep 11111
    PID PPID CMD⏎7 204 sleep
    PID PPID CMD 7 204 sleep
    PPID⏎204
    7 (sleep) S 204 7 7 0 -1 4194560 112
    Name: sleep⏎Pid: 7⏎PPid: 204
  `,
    near: `
    7
    PID 7
    Pid: 7
    7 sleep 11111
  `,
    other: `
    PID 204
    PID: 204
    Pid: 204
    PIDは204
  `,
    several: `
    204 7
    7 or 204
    204 5
    PPID 204 or 5
  `,
    wrong: `
    205
    not 204
  `,
  },
);

table(
  'a PID that is 1, where the question says sleep',
  { kind: 'pid', expected: ['1'], near: ['198', '0', '11111'], about: ['sleep'] },
  {
    right: `
    1: sleep 11111
    1 - sleep 11111
    1 | sleep 11111
    PID 1 (sleep 11111)
    PID=1 CMD=sleep 11111
    root 1 sleep 11111
    PID 1 → sleep 11111
    1/sleep
    1/sleep 11111
    sleep,1 11111
    \`-sleep,1 11111
    /proc/1/comm:sleep
    2つとも1です
    1つ目も2つ目も1
    sleep=1
    PID 1 process
    root 1 0 1 0 1 13:40 ? 00:00:00 sleep 11111
    root 1 0 0 625 1500 0 13:40 ? 00:00:00 sleep 11111
    1 1 1 ? 00:00:00 sleep
    12:root 1 0 0 10:12 ? 00:00:00 sleep 11111
    2 root 1 0 0 10:12 ? 00:00:00 sleep 11111
  `,
    other: `
    more than 1
    at least 1
    less than 1
    twice 1
    1より大きい
    1未満
    1以上
    1以下
    1万
    1つ
    1つ目
    1個
    1台
    1回
    1 process
    1分
    1円
    TTY 1
    C 1
    RSS 1
    VSZ: 1
    SIGHUP 1
    signal 1
    size 1
    inode 1
    step 1
    cpu 1
    1 MB
    1 kB
    1 hour
    1 CPU
    1 processes
    1 s
  `,
    wrong: `
    1/tcp
    1/udp
    1を除く
  `,
    several: `
    containerd-shim(198)---sleep(1)
  `,
    near: `
    sleep 11111
    11111/sleep
  `,
  },
);
