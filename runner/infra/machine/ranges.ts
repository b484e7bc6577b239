/** IPv4 networks, as `10.0.0.0/8`. */
type Range = string;

/**
Where the machines' network may lie, the better ones first. The engine inside a machine gives its own networks 172.17.0.0/16 to 172.31.0.0/16
and parts of 192.168.0.0/16; the last one is for documents only (RFC 5737), for a computer on which all of 10.0.0.0/8 leads elsewhere.
*/
const candidates: readonly Range[] = [
  ...Array.from({ length: 16 }, (_, index) => `10.${213 + index}.77.0/24`),
  '172.16.213.0/24',
  '198.51.100.0/24',
];

/** A route that is so wide leads to wherever no other does, be it in two halves, as some tunnels have it. */
const widest = 8;

/** The ranges for the machines' network in which nobody else is. */
export const freeRanges = (taken: readonly Range[]): readonly Range[] =>
  candidates.filter((range) => !taken.some((each) => lengthOf(each) >= widest && overlap(range, each)));

/** What a computer says of its networks: `ip -4 route show table all`, then `ip -o link`. */
export function readRoutes(said: string): { readonly taken: readonly Range[]; readonly mtu?: number } {
  const lines = said.split(/\r?\n/);
  const taken = lines.flatMap((line) => /^(?:[a-z]+ )?(\d+(?:\.\d+){3}(?:\/\d+)?)(?:\s|$)/.exec(line)?.[1] ?? []);
  const outward = lines.flatMap((line) => /^default .*\bdev (\S+)/.exec(line)?.[1] ?? [])[0];
  const mtu = lines.flatMap((line) => {
    const [, name, size] = /^\d+: ([^:@]+)[:@].* mtu (\d+)/.exec(line) ?? [];
    return name !== undefined && name === outward ? Number(size) : [];
  })[0];
  return { taken, ...(mtu !== undefined && { mtu }) };
}

const lengthOf = (range: Range): number => Number(range.split('/')[1] ?? 32);

const numberOf = (range: Range): number =>
  (range.split('/')[0] ?? '').split('.').reduce((number, part) => number * 256 + Number(part), 0);

function overlap(one: Range, other: Range): boolean {
  const size = 2 ** (32 - Math.min(lengthOf(one), lengthOf(other)));
  return Math.floor(numberOf(one) / size) === Math.floor(numberOf(other) / size);
}
