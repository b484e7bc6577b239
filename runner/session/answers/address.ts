import { isIPv6 } from 'node:net';
import { askedColumn, fromRows } from './columns.ts';
import type { Kind } from './kind.ts';
import { anotherIn } from './owners.ts';
import { said } from './said.ts';
import { toolRows } from './tools/read.ts';

const v4 = /^((?:\d{1,3}\.){3}\d{1,3})(?:\/(?:[12]?\d|3[0-2]))?$/i;

/** An address, with or without the length of its network's prefix; with a port or in a URL it is something else. */
function addressIn(word: string): string | undefined {
  const address = v4.exec(word)?.[1];
  if (address?.split('.').every((part) => Number(part) < 256 && String(Number(part)) === part)) return address;
  const other = word.toLowerCase().replace(/%\w+$|\/\d{1,3}$/g, '');
  return isIPv6(other) ? new URL(`http://[${other}]`).hostname.slice(1, -1) : undefined;
}

const names: readonly (readonly [name: string, sign: RegExp])[] = [
  ['gateway', /\bgateway|\bgw\b|\bvia\b(?=\W*$)|ゲートウェイ/i],
  ['destination', /\bdst\b|\bdest(?:ination)?\b|宛先|送信先/i],
  ['bridge', /(?<!\b(?:on|dev|at|from) )\b(?:docker0|br-[0-9a-f]{12})\b/i],
  ['broadcast', /\bbrd\b|\bbcast\b|broadcast|ブロードキャスト/i],
  ['netmask', /\b(?:net)?mask\b|マスク/i],
  ['subnet', /\bsubnet\b|サブネット/i],
  ['loopback', /\bloopback\b|\blo\b(?=\W*$)|ループバック/i],
  ['nameserver', /\bdns\b|nameserver|ネームサーバー/i],
  ['peer', /\bpeer\b/i],
  ['address', /\binet6?\b|\bsrc\b/i],
];
/** It goes with the name of any: `gateway address`. */
const anyAddress = /\bip\b|address|アドレス/i;

/** What stands closest in front of an address names it: `brd ff:ff:ff:ff:ff:ff … inet 172.17.0.2`. */
function nameIn(text: string): string | undefined {
  const found = names.flatMap(([name, sign]) => {
    const all = [...text.matchAll(new RegExp(sign, 'gi'))];
    const last = all.at(-1)?.index;
    return last === undefined ? [] : [{ name, last }];
  });
  const [closest] = found.toSorted((one, other) => other.last - one.last);
  return closest?.name ?? (anyAddress.test(text) ? 'address' : undefined);
}

/** The network's mask that stands beside an address, as words or behind a slash: it is no value of its own. */
const besideIt =
  /[,、(]?\s*(?:(?:net)?mask|prefix(?:len|length)?|マスク|プレフィックス長?)\s*(?:[:=]|は|が|is)?\s*(?:\/?\d{1,2}(?![\d.])|255(?:\.\d{1,3}){3})\)?|\/255(?:\.\d{1,3}){3}(?![\d./])/gi;

/** An IP address. */
export const address: Kind = {
  read: (text, asked) => {
    const column = askedColumn(asked, 'address');
    const found = fromRows(toolRows(text), column, addressIn, asked);
    // `second:172.17.0.2`, `gw=172.17.0.1`
    const spaced = text.replace(besideIt, '').replace(/(?<=[A-Za-z][\w@-]*)[:=](?=\d{1,3}(?:\.\d{1,3}){3})/g, ': ');
    return (
      found ??
      said(
        spaced,
        { value: addressIn, name: nameIn, aside: (piece) => anotherIn(piece, asked.subject?.own), column },
        asked,
      )
    );
  },
  same: (value, wanted) => value === addressIn(wanted.trim()),
};
