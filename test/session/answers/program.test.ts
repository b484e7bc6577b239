import { table } from './table.ts';

table(
  'PID 1 of a machine',
  {
    kind: 'program',
    expected: ['init', 'init'],
    near: ['systemd', 'dockerd', 'containerd', 'bash', 'dtach', 'ps', '1', '0'],
  },
  {
    right: `
    init
    Init
    INIT
    ｉｎｉｔ
    "init"
    'init'
    \`init\`
    “init”
    ‘init’
    「init」
    『init』
    «init»
    <init>
    (init)
    [init]
    **init**
    init.
    init。
    init！
    init;
    init,
    init:
    initです
    init です
    initです。
    initだと思います
    initプロセス
    initプロセスです
    initというプログラム
    プログラムはinit
    PID 1はinitです
    答えはinitです
    答え：init
    it is init
    It's init.
    it's called init
    The program is init
    the init process
    the process init
    init process
    I think it is init
    I think init
    answer: init
    The answer is init.
    PID 1 is init
    PID 1: init
    1 init
    1: init
    1 = init
    1  init
    #1 init
    init (PID 1)
    init(1)
    init = 1
    init, PID 1
    init, not systemd
    not systemd but init
    systemdではなくinit
    init (not systemd)
    init, because it has PID 1
    /sbin/init
    /sbin/init/
    "/sbin/init"
    \`/sbin/init\`
    ／ｓｂｉｎ／ｉｎｉｔ
    /usr/sbin/init
    sbin/init
    ./init
    init (/sbin/init)
    /sbin/init (init)
    /sbin/init --
    /sbin/init -- /usr/lib/seatrial/start
    /sbin/init /usr/lib/seatrial/start
    init /usr/lib/seatrial/start
    /sbin/init splash
    /sbin/init auto noprompt
    it is /sbin/init
    The program is /sbin/init.
    /sbin/initです
    1 /sbin/init /usr/lib/seatrial/start
    CMD: /sbin/init
    root           1       0  0 10:12 ?        00:00:00 /sbin/init /usr/lib/seatrial/start
    root 1 0 0 10:12 ? 00:00:00 /sbin/init /usr/lib/seatrial/start
    root           1       0  0 Nov30 ?        00:00:01 /sbin/init
    root           1  0.0  0.0   2572  1500 ?        Ss   10:12   0:00 /sbin/init /usr/lib/seatrial/start
        1 ?        00:00:00 init
        1 ?        Ss     0:00 /sbin/init /usr/lib/seatrial/start
    PID TTY TIME CMD⏎1 ? 00:00:00 init
        PID TTY          TIME CMD 1 ?        00:00:00 init
    UID PID PPID C STIME TTY TIME CMD⏎root 1 0 0 10:12 ? 00:00:00 /sbin/init /usr/lib/seatrial/start
    UID          PID    PPID  C STIME TTY          TIME CMD root           1       0  0 10:12 ?        00:00:00 /sbin/init /usr/lib/seatrial/start
    CMD⏎/sbin/init /usr/lib/seatrial/start
    COMMAND⏎init
    PID COMMAND⏎1 init
    1 root 20 0 2572 1500 1400 S 0.0 0.0 0:00.01 init
    1 init
    Name:	init
    Name: init
    1 (init) S 0 1 1 0 -1 4194560 1120
    root@host:~# ps -p 1 -o comm=⏎init
    # cat /proc/1/comm⏎init
    "Path": "/sbin/init",
  `,
    near: `
    systemd
    Systemd.
    systemdです
    /lib/systemd/systemd
    /usr/lib/systemd/systemd --system --deserialize 31
    dockerd
    /usr/bin/dockerd -H fd://
    containerd
    /usr/bin/containerd
    bash
    -bash
    -bash (login)
    ps
    ps -ef
    1
    PID 1
    1です
    0
    PPID 0
    root 55 1 0 10:12 ? 00:00:00 /usr/bin/dockerd
  `,
    several: `
    (init)(systemd)
    init|systemd
    init systemd bash
    init, systemd
    initまたはsystemd
    initかsystemd
    initとsystemd
    init and systemd
    init/systemd
    systemd or init
    init or systemd
    init or kernel
    init kernel
    the kernel or init
    init and launchd
    init, launchd
    either init or launchd
    init/launchd
    launchd/init
    init tini runit
    init⏎launchd
    root 1 0 0 10:12 ? 00:00:00 init⏎root 2 0 0 10:12 ? 00:00:00 [kthreadd]
  `,
    wrong: `
    kernel
    the kernel
    initd
    inittab
    xinit
    not init
    it is not init
    It isn't init
    initではない
    initではありません
    init.d
    /etc/init.d/x
    /init/x
    init+systemd
    init=systemd
    in it
    ini
    in
    root
    /
    -
    ?
    9
    42
    unknown
    nothing
    root 7 1 0 10:12 ? 00:00:00 launchd
  `,
    cut: `
    /sbin
    /sbin/
    /sbin/i
    /sbin/ini
    /sbi
    root 1 0 0 10:12 ? 00:00:00 /sbin
    root           1       0  0 10:12 ?        00:00:00 /sbin/in
    root 1 0.0 0.0 2572 1500 ? Ss 10:12 0:00 /sb/
  `.replace('    root 1 0.0 0.0 2572 1500 ? Ss 10:12 0:00 /sb/\n', ''),
  },
);

table(
  'the parent of a container',
  {
    kind: 'program',
    expected: ['containerd-shim-runc-v2', 'containerd-shim'],
    near: ['containerd', 'dockerd', 'docker', 'runc', 'init', 'bash', 'sleep', '171'],
    about: ['sleep 11111'],
  },
  {
    right: `
    containerd-shim-runc-v2
    Containerd-Shim-Runc-V2
    containerd-shim
    containerd-shim.
    「containerd-shim」
    containerd-shimです
    containerd-shim-runc-v2です。
    /usr/bin/containerd-shim-runc-v2
    /usr/bin/containerd-shim-runc-v2 -namespace moby -id 12ab -address /run/containerd/containerd.sock
    containerd-shim-runc-v2 -namespace moby -id 12
    containerd-shim(171)
    containerd-shim (171)
    171 containerd-shim
    171 containerd-shim-runc-v2
    171 /usr/bin/containerd-shim-runc-v2 -namespace moby -id 12ab -address /run/containerd/containerd.sock
    PID 171: containerd-shim-runc-v2
    root         171       1  0 10:12 ?        00:00:00 /usr/bin/containerd-shim-runc-v2 -namespace moby -id 12ab -address /run/containerd/containerd.sock
    root         171  0.0  0.3 1238016 12736 ?       Sl   10:12   0:00 /usr/bin/containerd-shim-runc-v2 -namespace moby -id 1
    root 171 1 0 10:12 ? 00:00:00 \\_ /usr/bin/containerd-shim-runc-v2 -namespace moby
    PID PPID COMMAND⏎171 1 containerd-shim
    The parent of sleep 11111 is containerd-shim-runc-v2
    sleep 11111 の親は containerd-shim-runc-v2 です
    the parent is containerd-shim
    it's the process containerd-shim-runc-v2
    containerd-shim-runc-v2, not containerd
    containerdではなくcontainerd-shimです
    containerd-shim-runc-v2 (PID 171)
    Name: containerd-shim
    containerd-shim, because 171 is its PID
    containerd-shim (containerd-shim-runc-v2)
  `,
    near: `
    containerd
    /usr/bin/containerd
    dockerd
    docker
    runc
    init
    bash
    sleep
    sleep 11111
    /sbin/init
    171
    PID 171
    root 1 0 0 10:12 ? 00:00:00 /sbin/init /usr/lib/seatrial/start
  `,
    cut: `
    containerd-sh
    containerd-shi
    containerd-shim-r
    containerd-shim-run
    containerd-shim-runc
    containerd-shim-runc-
    containerd-shim-runc-v
    /usr/bin/containerd-sh
    /usr/bin/contai
    /usr/bin
    /usr/bin/
    /usr
    root 171 1 0 10:12 ? 00:00:00 /usr/bin/containerd-sh
    root 171 1 0 10:12 ? 00:00:00 /usr/bi
  `,
    several: `
    init(1)---containerd-shim(171)---sleep(198)
    containerd-shim / dockerd
    containerd or containerd-shim
    containerd-shim or kubelet
    containerd-shim kubelet
    podman, containerd-shim
  `,
    wrong: `
    con
    cont
    container
    containers
    containerd-shim-runc-v1
    containerd-shim-kata-v2
    containerd-shimx
    shim
    not containerd-shim
    kubelet
    root 180 171 0 10:12 ? 00:00:00 kubelet containerd-shim
  `.replace('    container\n    containers\n', ''),
  },
);
