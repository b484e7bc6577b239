import { createHash } from 'node:crypto';

const suite = 'trixie';

/** Nothing there is read in a container, and it is a third of the size. */
const excluded = ['doc', 'man', 'info', 'locale', 'lintian', 'bug'].flatMap((folder) => [
  `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
]);

const args = [
  '--variant=minbase',
  '--include=ca-certificates',
  ...excluded,
  '--aptopt=Acquire::Languages "none"',
  // As Debian's own images: no lists and no packages stay, and no service starts while packages are installed.
  '--aptopt=APT::Install-Recommends "false"',
  `--customize-hook=printf '#!/bin/sh\\nexit 101\\n' > "$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d"`,
  '--customize-hook=rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin "$1"/var/log/*.log "$1"/var/log/apt',
  '--customize-hook=rm -f "$1/etc/resolv.conf" "$1/etc/hostname"',
];

const hash = createHash('sha256')
  .update([suite, ...args].join('\n'))
  .digest('hex')
  .slice(0, 12);

const repo = 'seatrial/base';

/** The base of every image where no registry answers: Debian from its packages, by mmdebstrap(1). */
export const packageBase = { suite, args, hash, repo, reference: `${repo}:${hash}` } as const;
