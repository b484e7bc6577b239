import type { process as en } from '../en/process.ts';

const whose = (whose: string): string => (whose === 'machine' || whose === '' ? 'マシン' : `コンテナ\`${whose}\``);

export const process: typeof en = {
  'process.none': (v) => `${whose(v.place)}では、プロセス\`${v.args}\`はまだ動いていません。`,
  'process.absent': (v) => `${whose(v.place)}では、プロセス\`${v.args}\`は動いていません。`,
  'process.count': (v) =>
    `${whose(v.place)}で動いているプロセス\`${v.args}\`は${v.actual}個です。${v.expected}個である必要があります。`,
  'process.orphan': (v) => `プロセス\`${v.name}\`は、\`${v.parent}\`の子孫ではありません。`,
  'process.separate': (v) =>
    `プロセス\`${v.name}\`の${v.kind}名前空間は、${whose(v.whose)}と別のものです。共有する必要があります。`,
  'process.shared': (v) =>
    `プロセス\`${v.name}\`は、${v.kind}名前空間を${whose(v.whose)}と共有しています。別のものにする必要があります。`,
};
