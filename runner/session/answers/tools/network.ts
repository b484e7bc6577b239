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
  new RegExp(`^${v4}/\\d+ dev (?<interface>\\S+).* src (?<address>${v4})(?: .*)?$`),
  new RegExp(`^default via (?<gateway>${v4}) dev (?<interface>\\S+).*$`),
);
