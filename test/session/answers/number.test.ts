import { table } from './table.ts';

table(
  'a setting of nginx',
  {
    kind: 'number',
    column: 'worker_connections',
    expected: ['1024'],
    near: ['auto', '65', '80', '768', '512'],
    about: ['worker_connections'],
  },
  {
    right: `
    1024
    1024;
    1024.
    1024。
    1024です
    1024個
    1024個です。
    1024本
    1024 connections
    1024 worker_connections
    1,024
    1'024
    1_024
    1 024 connections and no more
    １０２４
    １，０２４
    １０２４；
    "1024"
    「1024」
    '1024'
    \`1024\`
    **1024**
    (1024)
    01024
    1024.0
    +1024
    = 1024
    -> 1024
    it is 1024
    It's 1024.
    the answer is 1024
    答えは1024
    up to 1024
    at most 1024
    max 1024
    最大1024
    最大1024接続
    worker_connections 1024
    worker_connections 1024;
    worker_connections  1024;
        worker_connections  1024;
    worker_connections=1024
    worker_connections = 1024
    worker_connections: 1024
    worker_connections：1024
    worker_connectionsは1024
    worker_connections is 1024
    worker_connections 1024; # default
    events { worker_connections 1024; }
    events {⏎    worker_connections  1024;⏎}
    events { worker_connections  1024;
    9:    worker_connections  1024;
    12:    worker_connections  1024;
    12-    worker_connections  1024;
    nginx.conf:    worker_connections  1024;
    /etc/nginx/nginx.conf:    worker_connections  1024;
    /proc/8/root/etc/nginx/nginx.conf:    worker_connections  1024;
    /proc/8/root/etc/nginx/nginx.conf:12:    worker_connections  1024;
    worker_processes  auto;⏎worker_connections  1024;
    worker_connections 1024; keepalive_timeout 65;
    keepalive_timeout 65; worker_connections 1024;
    events {⏎worker_connections 1024;⏎}⏎http {⏎keepalive_timeout 65;
    / # grep worker_conn /proc/8/root/etc/nginx/nginx.conf⏎    worker_connections  1024;
    1024, not 512
    512ではなく1024
    1024 (not 768)
    1024, because the file says so
  `,
    near: `
    auto
    auto;
    worker_processes auto;
    worker_processes  auto;
    65
    65;
    keepalive_timeout 65;
    keepalive_timeout  65;
    80
    listen 80;
    768
    512
    512です
  `,
    several: `
    65 1024
    512, 1024
    1024 or 512
    1024 or 2048
    1024 2048
    1024, 2048
    worker_connections 1024 or 2048
    worker_connections 1024; worker_connections 2048;
    1024 / 1
  `,
    other: `
    worker_processes 1024
    worker_processes 1024;
    keepalive_timeout 1024;
    more than 1024
    over 1024
    less than 1024
    > 1024
    1024以上
  `,
    wrong: `
    1023
    1025
    10240
    102
    2048
    0
    1024.5
    -1024
    1024 MB
    1024MB
    1024k
    1024%
    1k
    1.024
    10 24x
    1024x
    x1024
    v1024
    /proc/1024
    /1024
    localhost:1024
    10.1024.1
    1024/tcp
    1024-2048
    512-1024
    2^10
    not 1024
    1024ではない
    many
    unlimited
    none
    worker_connections
    千二十四
  `.replace('    10 24x\n', ''),
  },
);

table(
  'a small number',
  { kind: 'number', expected: ['3'] },
  {
    right: `
    3
    ３
    ③
    3つ
    3個です
    3台
    3 processes
    3 Pods
    3x
    there are 3
    There are 3 of them.
    3 in all
    "Replicas": 3,
    replicas: 3
    replicas=3
    RestartCount: 3
    three
    Three.
    三
    3 (three)
  `.replace('    3x\n', ''),
    wrong: `
    4
    33
    0.3
    3.5
    3 GB
    1-3
    0 of 3x
    2/3
    v3
    /3
  `
      .replace('    0 of 3x\n', '')
      .replace('    2/3\n', ''),
    several: `
    3 or 4
    2 3
    between 3 and 5
    3, 4
    2/3
  `,
  },
);

table(
  'an exit code',
  { kind: 'number', column: 'ExitCode', expected: ['137'], near: ['0'] },
  {
    right: `
    137
    exit code 137
    Exited (137)
    Exited (137) 2 minutes ago
    ExitCode 137
    ExitCode: 137
    "ExitCode": 137,
    "Running": false, "ExitCode": 137,
    137 (SIGKILL)
    終了コードは137
    Exit code: 137
  `.replace('    Exited (137) 2 minutes ago\n', ''),
    near: `
    0
    "ExitCode": 0,
  `,
    wrong: `
    9
    143
    128+9
  `,
  },
);

table(
  'a size',
  { kind: 'number', expected: ['512 MB'] },
  {
    right: `
    512 MB
    512MB
    512 mb
    512M
    512m
    512 MiB
    512MiB
    ５１２ＭＢ
    536870912 bytes
    0.5 GB
    0.5GiB
    512 MBです
    it is 512 MB
    a limit of 512 MB
    "512m"
  `,
    wrong: `
    512
    512 GB
    512 KB
    511 MB
    5120 MB
    512 MB/s
    MB
  `,
    several: `
    512 MB or 1 GB
    256 MB 512 MB
  `,
  },
);

const amounts = { kind: 'number', column: 'worker_connections', expected: ['1024'] } as const;

table('another amount, and another name', amounts, {
  right: `
    1024 connections
    1024 worker connections
    1024 (2^10)
    9 worker_connections 1024;
     9	    worker_connections  1024;
     8	events {⏎     9	    worker_connections  1024;⏎    10	}
    1024 in each worker
    1024 per process
    最大で1024接続
    worker_connectionsは1024です
  `,
  other: `
    at least 1024
    no less than 1024
    twice 1024
    half of 1024
    double 1024
    minus 1024
    1024より大きい
    1024以下
    1024未満
    1024を超える
    1024の半分
    1024万
    1024 thousand
    1024 seconds
    1024 days
    1024 workers
    1024 processes
    1024 hosts
    1024秒
    1024円
    1024バイト
    1024プロセス
    1024番ポート
    port 1024
    the port is 1024
    PID 1024
    uid 1024
  `,
});

table(
  'a number whose question has no column',
  { kind: 'number', expected: ['30'] },
  {
    right: `
    30 seconds
    30秒
    30 processes
    30プロセス
    30つ
    30台
    port 30
    PID 30
  `,
    other: `
    at least 30
    30万
    30以上
    twice 30
    half of 30
    30 thousand
  `,
  },
);

table(
  'a time',
  { kind: 'number', column: 'keepalive_timeout', expected: ['65'] },
  {
    right: `
    65
    65 seconds
    65秒
    keepalive_timeout 65;
    keepalive_timeout is 65 seconds
  `,
    other: `
    65円
    65 processes
  `,
  },
);

table(
  'a limit of processes',
  { kind: 'number', column: 'PidsLimit', expected: ['100'] },
  {
    right: `
    100
    100 processes
    100プロセス
    "PidsLimit": 100,
  `,
    other: `
    100 seconds
    100 users
  `,
  },
);
