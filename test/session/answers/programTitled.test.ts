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
    near: `
    pause
    /pause
    sh
    /bin/sh
    nginx: worker process
    1 101 0:00 nginx: worker process
    pause or nginx
    nginx or pause
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
    nginx or pause
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
