import { columnOf } from '../tools/row.ts';
import { type AnswerAdversary, type Asking, dressed, right, wide, wrong } from './adversary.ts';

/** IP addresses: tools print a gateway, a mask and a broadcast address beside each. */
export function addresses(
  { column = 'inet', expected = [], subject }: Asking,
  value: string,
): readonly AnswerAdversary[] {
  const parts = value.split('.');
  const isPlain = parts.length === 4 && columnOf(column) === 'address';
  const near = (part: number) => [...parts.slice(0, 3), String(part)].join('.');
  const other =
    parts.length === 4 ? ([99, 98, 97].map(near).find((each) => !expected.includes(each)) ?? '') : 'fd00::99';
  const [another] = subject?.others ?? [];
  return [
    ...dressed(value),
    ...right({
      'full width': wide(value),
      'in a sentence': `It is ${value}.`,
      'not the other': `${value}, not ${other}`,
      'under its name': `${column} ${value}`,
      ...(isPlain && {
        'full stops of an input method': parts.join('。'),
        'with its prefix': `${value}/16`,
        'its interface in front': `eth0: ${value}`,
        'a line of ip a': `inet ${value}/16 brd ${near(255)} scope global eth0`,
        'a line of ip -o addr': `2: eth0    inet ${value}/16 brd ${near(255)} scope global eth0\\       valid_lft forever`,
        'a line of ifconfig': `inet ${value}  netmask 255.255.0.0  broadcast ${near(255)}`,
        "a line of busybox's ifconfig": `inet addr:${value}  Bcast:${near(255)}  Mask:255.255.0.0`,
        'a field of an inspect': `"IPAddress": "${value}",`,
        'as hostname -I prints it': `${value} `,
        'a line of ip route get': `${value} dev docker0 src ${other} uid 0`,
        'with the other of two': `${value}, the other is ${other}`,
        'its gateway beside it': `IP ${value}, gateway ${other}`,
      }),
    }),
    ...wrong({
      'another address': other,
      'one of two': `${value} or ${other}`,
      'both, one after the other': `${other} ${value}`,
      'two lines of ip a': `inet ${value}/16 scope global eth0\ninet ${other}/16 scope global eth1`,
      'a part more': `${value}.1`,
      'a digit more': `${value}9`,
      'with a port': `${value}:80`,
      'within a URL': `http://${value}/`,
      'within a path': `/tmp/${value}`,
      denied: `not ${value}`,
      'denied in Japanese': `${value}ではない`,
      ...(isPlain && {
        'as the gateway': `gateway ${value}`,
        'as a destination': `dst ${value}`,
        "as the bridge's": `docker0: ${value}`,
        ...(another !== undefined && { "as another's": `${another}: ${value}` }),
        'as the broadcast address': `inet ${other}/16 brd ${value} scope global eth0`,
      }),
    }),
  ];
}
