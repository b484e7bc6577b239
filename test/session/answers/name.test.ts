import { table } from './table.ts';

const id = '8a1b2c3d4e5f'.padEnd(64, '0123456789abcdef');

table(
  'the name of a container',
  { kind: 'name', expected: ['naughty_hopper'], near: ['bridge'], about: ['sleep 11111'] },
  {
    right: `
    naughty_hopper
    Naughty_Hopper
    ｎａｕｇｈｔｙ＿ｈｏｐｐｅｒ
    "naughty_hopper"
    'naughty_hopper'
    \`naughty_hopper\`
    「naughty_hopper」
    naughty_hopper.
    naughty_hopper。
    naughty_hopperです
    /naughty_hopper
    "/naughty_hopper"
    "Name": "/naughty_hopper",
    "Names": "naughty_hopper"
    it is naughty_hopper
    It's called naughty_hopper.
    its name is naughty_hopper
    name: naughty_hopper
    the container naughty_hopper
    container naughty_hopper
    コンテナnaughty_hopper
    コンテナ名はnaughty_hopperです
    名前は naughty_hopper
    naughty_hopper (sleep 11111)
    naughty_hopper, not bridge
    bridgeではなくnaughty_hopper
    8a1b2c3d4e5f   linux     "sleep 11111"   2 minutes ago   Up 2 minutes             naughty_hopper
    8a1b2c3d4e5f   linux     "sleep 11111"   2 minutes ago   Up 2 minutes   80/tcp    naughty_hopper
    8a1b2c3d4e5f linux "sleep 11111" About a minute ago Exited (0) 3 seconds ago naughty_hopper
    NAMES⏎naughty_hopper
    # docker ps --format '{{.Names}}'⏎naughty_hopper
  `,
    near: `
    bridge
    bridgeです
  `,
    several: `
    naughty_hopper or bridge
    naughty_hopper or happy_turing
    naughty_hopper happy_turing
    naughty_hopper⏎happy_turing
    naughty_hopper, happy_turing
    naughty_hopperとhappy_turing
  `,
    wrong: `
    naughty
    hopper
    naughty-hopper
    naughty hopperx
    naughty_hopper2
    xnaughty_hopper
    naughty_hopper/x
    happy_turing
    not naughty_hopper
    naughty_hopperではない
    linux
    8a1b2c3d4e5f
    ?
    1
    8a1b2c3d4e5f linux "sleep naughty_hopper" 2 minutes ago Up 2 minutes happy_turing
  `.replace('    naughty hopperx\n', ''),
  },
);

table(
  'an id',
  { kind: 'name', expected: [id] },
  {
    right: `
    ${id}
    ${id.slice(0, 12)}
    ${id.slice(0, 20)}
    "Id": "${id}",
    ${id.slice(0, 12)}   linux     "sleep 11111"   2 minutes ago   Up 2 minutes             naughty_hopper
    ID ${id.slice(0, 12)}
  `.replace(/ {4}[0-9a-f]{12} {3}linux.*\n/, ''),
    wrong: `
    8a1b
    8a1b2c3d4e5e
    a1b2c3d4e5f0
  `,
  },
);

table(
  'a Pod',
  { kind: 'name', expected: ['nginx'] },
  {
    right: `
    nginx
    pod/nginx
    Pod nginx
    pod nginx
    nginx 2/2 Running 0 3m
    nginx   2/2     Running   0          3m12s
    nginx   2/2     Running   1 (2m ago)   3m12s
    NAME READY STATUS RESTARTS AGE⏎nginx 2/2 Running 0 3m
    Pod \`nginx\`
    Podはnginx
    "name": "nginx",
  `,
    wrong: `
    web
    lean
    nginx-2
    pod/web
    web 1/1 Running 0 3m
    shell
  `,
  },
);

table(
  'an image',
  { kind: 'name', expected: ['nginx:latest'] },
  {
    right: `
    nginx
    nginx:latest
    docker.io/library/nginx:latest
    library/nginx
    "Image": "nginx:latest",
  `.replace('    "Image": "nginx:latest",\n', ''),
    wrong: `
    nginx:1.25
    nginx-x
    busybox
  `,
  },
);
