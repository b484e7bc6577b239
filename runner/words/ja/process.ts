import type { process as en } from '../en/process.ts';
import { placed as whose } from './names.ts';

const kinds: Readonly<Record<string, string>> = {
  cgroup: 'cgroup',
  ipc: 'IPC',
  mnt: 'マウント',
  net: 'ネットワーク',
  pid: 'PID',
  time: '時刻',
  user: 'ユーザー',
  uts: 'UTS',
};

const space = (kind: string): string => `${kinds[kind] ?? kind}名前空間（\`${kind}\`）`;

export const process: typeof en = {
  'process.none': (v) => `${whose(v.place)}では、プロセス\`${v.args}\`はまだ動いていません。`,
  'process.disguised': (v) =>
    `${whose(v.place)}で\`${v.called}\`と名乗っているプロセスは、実際には\`${v.program}\`です。\`${v.called}\`そのものを実行してください。`,
  'process.replaced': (v) =>
    `${whose(v.place)}で動いている\`${v.path}\`は、イメージの\`${v.called}\`とは別のファイルです。イメージにある\`${v.called}\`を実行してください。`,
  'process.absent': (v) => `${whose(v.place)}では、プロセス\`${v.args}\`は動いていません。`,
  'process.count': (v) =>
    `${whose(v.place)}で動いているプロセス\`${v.args}\`は${v.actual}個です。${v.expected}個である必要があります。`,
  'process.orphan': (v) =>
    `プロセス\`${v.name}\`は、\`${v.parent}\`の子孫ではありません。\`${v.parent}\`から起動される必要があります。`,
  'process.separate': (v) =>
    `プロセス\`${v.name}\`の${space(v.kind)}は、${whose(v.whose)}のものとは別です。${whose(v.whose)}と共有する必要があります。`,
  'process.shared': (v) =>
    `プロセス\`${v.name}\`は、${space(v.kind)}を${whose(v.whose)}と共有しています。共有していない状態にしてください。`,
};
