import { isIPv6 } from 'node:net';
import { askedColumn, fromRows } from './columns.ts';
import type { Kind } from './kind.ts';
import { said } from './said.ts';
import { toolRows } from './tools/read.ts';

// With what it belongs to in front: `eth0:172.17.0.2`, `addr:172.17.0.2`.
const v4 = /^(?:[A-Za-z][\w@-]*[:=])?((?:\d{1,3}\.){3}\d{1,3})(?:\/(?:[12]?\d|3[0-2]))?$/i;

/** An address, with or without the length of its network's prefix; with a port or in a URL it is something else. */
function addressIn(word: string): string | undefined {
  if (/^(?:bcast|brd|broadcast|(?:net)?mask|gateway|gw|via|peer):/i.test(word)) return undefined;
  const address = v4.exec(word)?.[1];
  if (address?.split('.').every((part) => Number(part) < 256 && String(Number(part)) === part)) return address;
  const other = word.toLowerCase().replace(/%\w+$|\/\d{1,3}$/g, '');
  return isIPv6(other) ? new URL(`http://[${other}]`).hostname.slice(1, -1) : undefined;
}

const names: readonly (readonly [name: string, sign: RegExp])[] = [
  ['gateway', /\bgateway|\bgw\b|\bvia\b|ゲートウェイ/i],
  ['broadcast', /\bbrd\b|\bbcast\b|broadcast|ブロードキャスト/i],
  ['netmask', /\b(?:net)?mask\b|マスク/i],
  ['subnet', /\bsubnet\b|サブネット/i],
  ['loopback', /\bloopback\b|ループバック/i],
  ['nameserver', /\bdns\b|nameserver|ネームサーバー/i],
  ['peer', /\bpeer\b/i],
  ['address', /\binet6?\b|\bip\b|address|アドレス/i],
];

const nameIn = (text: string): string | undefined => names.find(([, sign]) => sign.test(text))?.[0];

/** The network's mask that stands beside an address, as words or behind a slash: it is no value of its own. */
const besideIt =
  /[,、(]?\s*(?:(?:net)?mask|prefix(?:len|length)?|マスク|プレフィックス長?)\s*(?:[:=]|は|が|is)?\s*(?:\/?\d{1,2}(?![\d.])|255(?:\.\d{1,3}){3})\)?|\/255(?:\.\d{1,3}){3}(?![\d./])/gi;

/** An IP address. */
export const address: Kind = {
  read: (text, asked) => {
    const column = askedColumn(asked, 'address');
    const found = fromRows(toolRows(text), column, addressIn);
    return found ?? said(text.replace(besideIt, ''), { value: addressIn, name: nameIn, column }, asked);
  },
  same: (value, wanted) => value === addressIn(wanted.trim()),
};
