import { table } from './table.ts';

table(
  'PID 1 of a container of nginx',
  {
    kind: 'program',
    expected: ['nginx', 'nginx: master process', 'nginx: master', 'master'],
    near: ['pause', 'sh', 'nginx: worker process'],
  },
  {
    right: `
    nginx
    NGINX
    Nginx.
    nginxです
    nginx: master process
    nginx: master
    master
    nginx: master process nginx -g daemon off;
    nginx: master process /usr/sbin/nginx -g daemon off;
    master process
    the master
    the nginx master
    nginx master
    nginx master process
    nginxのマスタープロセス
    nginx's master
    1 root 0:00 nginx: master process nginx -g daemon off;
    root 1 0 0 10:12 ? 00:00:00 nginx: master process nginx -g daemon off;
    PID USER TIME COMMAND⏎1 root 0:00 nginx: master process nginx -g daemon off;
    it is nginx: master process
    /usr/sbin/nginx
    nginx (master)
    nginx (master process)
    {nginx} nginx: master process nginx -g daemon off;
  `,
    several: `
    nginx or pause
    pause or nginx
  `,
    near: `
    pause
    /pause
    sh
    /bin/sh
    nginx: worker process
    1 101 0:00 nginx: worker process
  `,
    wrong: `
    worker
    the worker
    nginx-debug
    not nginx
  `,
  },
);

table(
  'the pause of a Pod',
  {
    kind: 'program',
    expected: ['pause', 'pause'],
    near: ['nginx', 'nginx: master process', 'sh', 'ps', 'systemd', 'init', '1'],
  },
  {
    right: `
    pause
    /pause
    "/pause"
    Pause
    pause.
    pauseです
    the pause container
    the pause process
    pause process
    pauseコンテナ
    PID 1 is /pause
    1 /pause
    1 65535 0:00 /pause
        1 65535     0:00 /pause
    PID   USER     TIME  COMMAND⏎    1 65535     0:00 /pause
    65535 1 0.0 0.0 1024 4 ? Ss 10:12 0:00 /pause
    65535 900 850 0 10:12 ? 00:00:00 /pause
    65535          1       0  0 10:12 ?        00:00:00 /pause
    1 0 65535 S 1020 0% 0 0% /pause
    PID PPID USER STAT VSZ %VSZ CPU %CPU COMMAND⏎1 0 65535 S 1020 0% 0 0% /pause
    pause(1)
    pause, not nginx
  `,
    several: `
    nginx or pause
  `,
    near: `
    nginx
    nginx: master process
    nginx: master process nginx -g daemon off;
    8 root 0:00 nginx: master process nginx -g daemon off;
    sh
    /bin/sh
    systemd
    init
    1
    ps ax
  `,
    wrong: `
    8
    paused
    unpause
    docker-pausex
    not pause
  `,
  },
);

table(
  'a program of the kernel',
  { kind: 'program', expected: ['kthreadd'] },
  {
    right: `
    kthreadd
    [kthreadd]
    2 [kthreadd]
    root 2 0 0 10:12 ? 00:00:00 [kthreadd]
    the kernel thread kthreadd
  `.replace('    the kernel thread kthreadd\n', ''),
    wrong: `
    kthread
    [kworker/0:0]
  `,
  },
);

table(
  'a shell',
  { kind: 'program', expected: ['bash'] },
  {
    right: `
    bash
    -bash
    /bin/bash
    /bin/bash -l
    bash -c 'sleep 1'
    bash --login
    root 42 41 0 10:12 pts/0 00:00:00 -bash
    root 42 41 0 10:12 pts/0 00:00:00 /bin/bash
    a bash
    the bash shell
    bash shell
  `.replace('    the bash shell\n    bash shell\n', ''),
    wrong: `
    sh
    rbash
    dash
    bashful
  `,
  },
);

const prose = {
  kind: 'program',
  expected: ['/pause', 'pause'],
  near: ['nginx', 'nginx: master process', 'sh', 'systemd', 'nobody', '1'],
  about: ['nginx'],
} as const;

table('a program with what explains it', prose, {
  right: `
    pause (the sandbox)
    pause (sandbox)
    pause (pod sandbox)
    pause, the infrastructure container of the Pod
    pause, which ignores it
    pause, which holds the namespaces
    pause, nothing happens
    pause, nothing else
    pause gets it, and ignores it
    pause - it ignores SIGHUP
    pause - the sandbox container
    pause: it keeps the namespaces
    pause; the others come later
    pause of Kubernetes
    Kubernetes' pause
    pause with UID 65535
    pause from the infra container
    pause process of the Pod sandbox
    The answer is pause, it holds the namespace
    the sandbox: pause
    pause binary
    ans: pause
    Looks like pause
    PID1はpause
    PID1のプロセスはpause
    pauseがPID1
    ＰＩＤ１はｐａｕｓｅ
    サンドボックスのpause
    infraコンテナのpause
    sandbox（pause）
    pause（サンドボックスのプロセス）
    pause in the Pod nginx
    Pod nginxではpause
    pause (of the Pod nginx)
    nginxのコンテナではなくpause
    /proc/1/comm:pause
    pause, not nginx
    pause, whose parent is systemd
    PID USER TIME COMMAND 1 65535 0:00 /pause
    PID USER TIME COMMAND 1 65535 0:00 /pause 40 root 0:00 ps
  `,
  near: `
  `,
  several: `
    PID COMMAND 1 /pause 7 nginx
    PID USER TIME COMMAND 1 65535 0:00 /pause 7 root 0:00 nginx: master process nginx -g daemon off;
    pause, which systemd starts
    pause/nginx
    pause nginx
    nginx & pause
    pause (nginx)
    nginx (pause)
    nginx; pause
    pause, nginx
    nginxとpause
    pauseとnginx
    pause and nginx
    pause and plumberd
    pause, plumberd
    pause plumberd
    plumberd pause
    plumberd is PID 1, pause comes later
    plumberd starts first, then comes pause
    it is pause, and it is plumberd
    pause、plumberd
    pauseとplumberd
    pauseはplumberdです
    pause (containerd-shim)
    pause, started by kubelet
    pause, run by foo.sh
    pause and /usr/bin/foo
    pause 2 bash
    pause or the sandbox
  `,
  wrong: `
    pause is not it
    pause, not really
    pauseの親
    pauseの子プロセス
    the parent of pause
    a child of pause
    pause's child
    the sandbox
    not pause, which keeps the namespaces
    pauseではなくplumberd
    plumberd, not pause
    /etc/pause
    /proc/1/pause
    plumberd, because of pause
  `,
});
