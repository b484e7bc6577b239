import { byPatterns, type Reader, row } from './row.ts';

/** Lines of `docker ps`, `docker images`, `kubectl get pods` and `ls -l`. */
export const lists: Reader = byPatterns(
  /^(?<id>[0-9a-f]{12}) (?<image>\S+) ".*" .+? ago (?:Up|Exited|Created|Restarting|Paused|Dead).* (?<name>[\w.-]+)$/,
  /^(?<name>[a-z0-9][a-z0-9.-]*) \d+\/\d+ [A-Z][\w:]+ \d+(?: \(.*? ago\))? [\dsmhd]+(?: (?<address>[\d.]+|<none>) (?<node>\S+) .*)?$/,
  /^[-dlbcps][rwxsStT-]{9}[.+@]? \d+ (?<owner>\S+) (?<group>\S+) (?:\d+, )?\S+ \S+ \S+ \S+ (?<path>\S+)(?: -> (?<target>\S+))?$/,
);

const heads = /^(?:NAME|NAMES|IMAGE|STATUS|READY|RESTARTS|AGE|NODE|IP|REPOSITORY|TAG|SIZE|NAMESPACE)$/;

/** Whether a word is what a list of containers, images or Pods calls a column. */
export const isListed = (word: string): boolean => heads.test(word) || /^(?:CONTAINER|ID|CREATED|PORTS)$/.test(word);

/** A single column under its name: `docker ps --format 'table {{.Names}}'`, `kubectl get -o custom-columns`. */
export const oneColumn: Reader = (text) => {
  const [head = '', ...lines] = text.split('\n');
  if (!heads.test(head) || lines.length === 0) return undefined;
  return lines.map((value) => row({ [head]: value }));
};
