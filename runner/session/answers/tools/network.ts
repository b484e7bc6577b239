import { byPatterns, type Reader } from './row.ts';

const v4 = '\\d{1,3}(?:\\.\\d{1,3}){3}';

/** Lines of `ip a`, `ip -o addr`, `ip -br a`, `ip r` and `ifconfig`. */
export const network: Reader = byPatterns(
  new RegExp(
    `^(?:\\d+: (?<interface>\\S+) )?inet (?<address>${v4})(?:/\\d+)?(?: (?:metric \\d+ )?brd (?<broadcast>${v4}))?(?: peer \\S+)?(?: scope .*)?$`,
  ),
  /^(?:\d+: \S+ )?inet6 (?<address>[\da-f:]+)(?:\/\d+)? scope .*$/,
  new RegExp(`^(?<interface>[\\w@.-]+) (?:UP|UNKNOWN|DOWN) (?<address>${v4})/\\d+(?: [\\da-f:]+/\\d+)*$`),
  new RegExp(`^inet (?<address>${v4}) netmask (?<netmask>\\S+)(?: (?:broadcast|destination) (?<broadcast>${v4}))?.*$`),
  new RegExp(`^inet addr:(?<address>${v4})(?: Bcast:(?<broadcast>${v4}))?(?: Mask:(?<netmask>${v4}))?$`),
  // ip route get: a bridge leads to what was asked for, a container's own interface from there to elsewhere.
  new RegExp(
    `^(?:local )?(?<address>${v4}) dev (?:docker0|br-\\w+|veth\\w+|cni\\w*|lo)\\b(?: table \\w+)? src (?<source>${v4})(?: uid \\d+)?(?: cache.*)?$`,
  ),
  new RegExp(
    `^(?<destination>${v4})(?: via (?<gateway>${v4}))? dev (?<interface>\\S+)(?: table \\w+)? src (?<address>${v4})(?: uid \\d+)?(?: cache.*)?$`,
  ),
  // ip neigh
  new RegExp(`^(?<address>${v4}) dev \\S+ (?:lladdr \\S+ )?[A-Z]+$`),
  // The lines between the addresses.
  /^\d+: (?<interface>\S+): <[A-Z,_0-9-]*> .*$/,
  /^link\/\w+ (?<mac>\S+) brd \S+.*$/,
  /^(?<validity>valid_lft) \S+ preferred_lft \S+$/,
  /^(?<cache>cache)(?: .*)?$/,
  new RegExp(`^${v4}/\\d+ dev (?<interface>\\S+).* src (?<address>${v4})(?: .*)?$`),
  new RegExp(`^default via (?<gateway>${v4}) dev (?<interface>\\S+).*$`),
);
