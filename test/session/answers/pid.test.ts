import { table } from './table.ts';

const sleep = {
  kind: 'pid',
  expected: ['198'],
  near: ['171', '210', '11111', '1'],
  about: ['sleep 11111'],
} as const;

table('the PID of a sleep on the host', sleep, {
  right: `
    init(1)───containerd-shim(171)───sleep(198)
    init(1)---containerd-shim(171)---sleep(198)
    198
    １９８
     198
    0198
    "198"
    '198'
    \`198\`
    “198”
    「198」
    ‘198’
    «198»
    (198)
    [198]
    <198>
    **198**
    198.
    198。
    198．
    198！
    198,
    198;
    198:
    198です
    198 です
    198です。
    198番
    198番です。
    １９８です
    198だと思います
    198 だと思う
    PID 198
    PID: 198
    PID:198
    PID：１９８
    PID=198
    PID = 198
    pid198
    pid 198
    pid#198
    Pid: 198
    ＰＩＤ　１９８
    PIDは198
    PID は 198 です
    PIDは198です。
    プロセスIDは198
    #198
    No. 198
    №198
    =198
    -> 198
    → 198
    => 198
    it is 198
    It's 198.
    The PID is 198
    the pid of sleep is 198
    its PID is 198
    I think it's 198
    the answer is 198
    answer: 198
    答えは198
    答え：198
    sleep: 198
    sleep = 198
    sleep 198
    sleep is 198
    sleep has PID 198
    sleep(198)
    sleep (198)
    sleep(pid 198)
    sleep のPIDは198です
    sleep 11111: 198
    sleep 11111 = 198
    sleep 11111 → 198
    sleep 11111 has PID 198
    sleep 11111 is 198
    The PID of sleep 11111 is 198
    sleep 11111のPIDは198です
    the PID of \`sleep 11111\` is 198
    198 (sleep)
    198 (sleep 11111)
    198 (PID)
    198 = sleep
    198, sleep
    198 sleep
    198 sleep 11111
    198 /bin/sleep 11111
    198 is the PID
    198 is sleep's PID
    198 on the host
    198, because the PPID is 171
    198, since 171 is the shim
    198, not 171
    198 not 171
    198 (not 171)
    not 171 but 198
    not 171, 198
    171ではなく198
    171じゃなくて198です
    198、171ではない
    PID 198, PPID 171
    PID 198 PPID 171
    PID=198 PPID=171
    PID: 198 / PPID: 171
    PPID 171, PID 198
    PPID=171 PID=198
    PID 198 (PPID 171)
    198 (PPID 171)
    198 (parent 171)
    198 (its parent is 171)
    198 (親は171)
    198, its parent is 171
    198、親プロセスは171
    198 and its parent is 171
    its parent is 171 and its own PID is 198
    171 is the PPID, 198 is the PID
    198 is the PID, 171 is the PPID
    root         198     171  0 10:12 ?        00:00:00 sleep 11111
    root         198     171  0 10:12 ?        00:00:00 /bin/sleep 11111
    root 198 171 0 10:12 ? 00:00:00 sleep 11111
    root 198 171 0 10:12 ? 00:00:00
    root         198     171  0 10:12 pts/0    00:00:00 sleep 11111
    root         198     171  0 Nov30 ?        00:00:00 sleep 11111
    root         198     171  0 10:12 ?        00:00:00  \\_ sleep 11111
    root         198     171  0 10:12 ?        00:00:00  |   \\_ sleep 11111
    root           198       171       0       10:12       ?         00:00:00     sleep 11111
    0 198 171 0 10:12 ? 00:00:00 sleep 11111
    systemd+     198     171  0 10:12 ?        00:00:00 sleep 11111
    root         198  0.0  0.0   2484  1380 ?        Ss   10:12   0:00 sleep 11111
    root         198  0.0  0.1   2484  1380 pts/0    S+   10:12   0:00 sleep 11111
    root         198  0.0  0.0   2484  1380 ?        Ss   Nov30   0:00 sleep 11111
    4 S root         198     171  0  80   0 -   621 do_sys 10:12 ?        00:00:00 sleep 11111
    4 S     0     198     171  0  80   0 -   621 do_sys ?        00:00:00 sleep
    171 198 198 198 ? -1 Ss 0 0:00 sleep 11111
    198 ?        00:00:00 sleep
    198 ?        Ss     0:00 sleep 11111
    198 pts/0    00:00:00 sleep
    198 root      0:00 sleep 11111
    198 root      20   0    2484   1380   1280 S   0.0   0.0   0:00.00 sleep
    PID PPID CMD⏎198 171 sleep 11111
        PID    PPID CMD⏎    198     171 sleep 11111
    PID PPID CMD 198 171 sleep 11111
    PPID PID CMD⏎171 198 sleep 11111
    PPID PID COMMAND 171 198 sleep 11111
    UID PID PPID C STIME TTY TIME CMD⏎root 198 171 0 10:12 ? 00:00:00 sleep 11111
    UID          PID    PPID  C STIME TTY          TIME CMD root         198     171  0 10:12 ?        00:00:00 sleep 11111
    USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND⏎root 198 0.0 0.0 2484 1380 ? Ss 10:12 0:00 sleep 11111
    PID⏎198
    PID TTY TIME CMD⏎198 ? 00:00:00 sleep
    root@host:~# pgrep -f 'sleep 11111'⏎198
    # pidof sleep⏎198
    [1] 198
    [1]+ 198
    [1]   198 Running                 sleep 11111 &
    "Pid": 198,
    "Pid": 198
                "Pid": 198,
    "Running": true, "Pid": 198,
    "Status": "running",⏎"Pid": 198,⏎"ExitCode": 0,
    Pid: 198
    Pid:	198
    Tgid: 198
    NSpid: 198
    NSpid:	198
    Name: sleep⏎Pid: 198⏎PPid: 171
    /proc/198/status:Pid:	198
    198 (sleep) S 171 198 198 0 -1 4194560 112 0 0 0 0 0 0 0 20 0 1 0 12 2543616 345
  `,
  near: `
    171
    PID 171
    171です
    PPID 171
    PPID: 171
    PPid: 171
    parent 171
    親は171
    11111
    sleep 11111
    1
    PID 1
    「１」
    210
    root 210 172 0 10:12 ? 00:00:00 sleep 22222
    210 sleep 22222
    sleep(210)
    "Pid": 210,
    root 171 1 0 10:12 ? 00:00:00 /usr/bin/containerd-shim-runc-v2 -namespace moby -id 12
    root 1 0 0 10:12 ? 00:00:00 sleep 11111
    root 1 0.0 0.0 2484 1380 ? Ss 10:12 0:00 sleep 11111
    1 root 0:00 sleep 11111
  `,
  several: `
    NSpid: 198 1
    1 198 171
    198 171
    198 or 171
    198 or 7
    198, 7
    198 7
    7 198
    198/7
    198/7 or 198
    PID 198 or: 7
    x: PID 198 or: 7
    x: PID 7 or: 198
    198 and 7
    198、7
    198と7
    198か7
    198または7
    either 198 or 7
    between 190 and 198
    sleep 198 or 199
    197 198 199
    198 199 200 201 202
    198⏎7
    198 sleep 11111⏎207 sleep 33333
    root 198 171 0 10:12 ? 00:00:00 sleep 11111⏎root 207 171 0 10:12 ? 00:00:00 sleep 33333
    PID 198, maybe 7
    (198)(7)
    "198" "7"
    198 | 7
  `,
  other: `
    PPID 204
    PPID: 204
    PPID=204
    ppid 204
    parent 204
    the parent is 204
    its parent is 204
    204 (PPID)
    204 is the PPID
    PPIDは204
    親プロセスは204
    親プロセスのPIDは204
    parent PID 204
    the PID of the parent is 204
    PPid: 204
    PPID 198
    PPid: 198
    198 (PPID)
    198 is the PPID
    parent: 198
    親は198
    UID 198
    uid=198
    PGID 198
    port 198
    "ExitCode": 198,
    "PidsLimit": 198,
  `,
  wrong: `
    199
    19
    98
    1980
    0
    sleep
    first
    none
    ?
    -
    ...
    -198
    +198
    198.0
    198.5
    1.98
    1e2
    0xC6
    198-200
    190-198
    1-1000
    /proc/198
    /proc/198/status
    /proc/sys/198
    /198
    v198
    198x
    198s
    x198
    sleep198
    10:198
    :198
    172.17.0.198
    198:80
    198%
    not 198
    it is not 198
    It isn't 198
    198 is not it
    198ではない
    198ではありません
    198じゃない
    198は違う
    anything but 199
    pid:[4026531836]
    root 7 198 0 10:12 ? 00:00:00 sleep 11111
    198198
    百九十八
  `,
  empty: `
    ⏎
  `,
});
