const packages = [
  'systemd-sysv,containerd,containernetworking-plugins,iptables,nftables,iproute2,kmod,mount,procps',
  'ca-certificates,busybox-static',
].join();

const excluded = ['doc', 'man', 'info', 'locale', 'lintian', 'bug'].flatMap((folder) => [
  `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
]);

const removed = [
  ...['/etc/hostname', '/etc/resolv.conf', '/etc/systemd/system/*.wants', '/var/lib/apt/lists/*'],
  ...['/var/cache/apt/*.bin', '/var/log/*.log', '/var/log/apt'],
  // containerd's shims of older kinds.
  ...['/usr/bin/containerd-shim', '/usr/bin/containerd-shim-runc-v1', '/usr/bin/containerd-stress'],
].map((path) => `"$1"${path}`);

const plugins = ['host-local', 'loopback', 'portmap', 'ptp'].map((name) => `! -name ${name}`).join(' ');

/** What a node is built on: Debian 12, whose systemd is the last that runs on control groups of version 1 without ado. */
export const nodeDebian = {
  suite: 'bookworm',
  args: [
    '--variant=essential',
    `--include=${packages}`,
    // /bin, /sbin and /lib are links from the start, as in every Debian 12.
    '--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr',
    ...excluded,
    '--aptopt=Acquire::Languages "none"',
    '--aptopt=APT::Install-Recommends "false"',
    `--customize-hook=rm -rf ${removed.join(' ')}`,
    `--customize-hook=find "$1/usr/lib/cni" -type f ${plugins} -delete`,
  ],
} as const;
