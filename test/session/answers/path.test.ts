import { table } from './table.ts';

table(
  'a file',
  { kind: 'path', expected: ['/etc/nginx/nginx.conf'], near: ['/etc/nginx/conf.d/default.conf'], about: ['nginx'] },
  {
    right: `
    /etc/nginx/nginx.conf
    ／etc／nginx／nginx．conf
    "/etc/nginx/nginx.conf"
    '/etc/nginx/nginx.conf'
    \`/etc/nginx/nginx.conf\`
    「/etc/nginx/nginx.conf」
    “/etc/nginx/nginx.conf”
    /etc/nginx/nginx.conf.
    /etc/nginx/nginx.conf。
    /etc/nginx/nginx.conf:
    /etc/nginx/nginx.conf,
    /etc/nginx/nginx.confです
    /etc//nginx/nginx.conf
    /etc/nginx/./nginx.conf
    /etc/nginx/../nginx/nginx.conf
    //etc/nginx/nginx.conf
    file:///etc/nginx/nginx.conf
    it is /etc/nginx/nginx.conf
    It's in /etc/nginx/nginx.conf.
    the file is /etc/nginx/nginx.conf
    path: /etc/nginx/nginx.conf
    パスは/etc/nginx/nginx.conf
    パスは /etc/nginx/nginx.conf です
    (/etc/nginx/nginx.conf)
    </etc/nginx/nginx.conf>
    /etc/nginx/nginx.conf:12:    worker_connections  1024;
    /etc/nginx/nginx.conf:12
    -rw-r--r-- 1 root root 648 Nov 30 10:12 /etc/nginx/nginx.conf
    -rw-r--r--    1 root     root           648 Nov 30 10:12 /etc/nginx/nginx.conf
    /etc/nginx/nginx.conf, not /etc/nginx/conf.d/default.conf
    /etc/nginx/nginx.conf (nginx)
    "Path": "/etc/nginx/nginx.conf",
  `,
    near: `
    /etc/nginx/conf.d/default.conf
    "/etc/nginx/conf.d/default.conf"
  `,
    several: `
    /etc/nginx/nginx.conf or /etc/nginx/conf.d/default.conf
    /etc/nginx/nginx.conf or /etc/passwd
    /etc/nginx/nginx.conf /etc/passwd
    /etc/passwd, /etc/nginx/nginx.conf
    /etc/nginx/nginx.conf⏎/etc/passwd
  `,
    wrong: `
    /etc/nginx
    /etc/nginx/
    nginx.conf
    etc/nginx/nginx.conf
    /etc/nginx/nginx.confx
    /etc/nginx/nginx.conf/x
    /ETC/nginx/nginx.conf
    /Etc/Nginx/Nginx.conf
    /proc/8/root/etc/nginx/nginx.conf
    /etc/nginx/nginx.con
    /etc/nginx/nginx.conf.bak
    not /etc/nginx/nginx.conf
    /etc/nginx/nginx.confではない
    /
    /etc
    ~
    ...
    nginx
    http://example.com/etc/nginx/nginx.conf
    /etc/passwd
  `,
  },
);

table(
  'a folder',
  { kind: 'path', expected: ['/var/lib/docker'] },
  {
    right: `
    /var/lib/docker
    /var/lib/docker/
    /var/lib/docker/.
    drwx--x--- 12 root root 4096 Nov 30 10:12 /var/lib/docker
    directory /var/lib/docker
  `,
    wrong: `
    /var/lib
    /var/lib/docker/overlay2
    /var/lib/Docker
  `,
  },
);

table(
  "a link's target",
  { kind: 'path', column: 'target', expected: ['/usr/bin/vim.tiny'] },
  {
    right: `
    /usr/bin/vim.tiny
    lrwxrwxrwx 1 root root 8 Nov 30 10:12 /usr/bin/vim -> /usr/bin/vim.tiny
  `,
    wrong: `
    /usr/bin/vim
    lrwxrwxrwx 1 root root 8 Nov 30 10:12 /usr/bin/vim.tiny -> /usr/bin/vi
  `,
  },
);
