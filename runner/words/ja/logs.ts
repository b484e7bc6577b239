import type { logs as en } from '../en/logs.ts';
import { placed } from './names.ts';

export const logs: typeof en = {
  'logs.right': (v) => `${placed(v.where)}の出力: \`${v.line}\``,
  'logs.right-none': (v) => `${placed(v.where)}は該当する行を出力していません。`,
  'logs.none': (v) => `${placed(v.where)}はまだ何も出力していません。`,
  'logs.none-since': (v) => `このステップの開始後、${placed(v.where)}はまだ何も出力していません。`,
  'logs.other': (v) => `${placed(v.where)}はまだ「${v.text}」を出力していません。`,
  'logs.other-stream': (v) => `${placed(v.where)}は「${v.text}」を、${v.stream}ではなく${v.actual}に出力しました。`,
  'logs.unwanted': (v) =>
    `${placed(v.where)}が\`${v.line}\`と出力しました。このような行が出力されないようにしてください。`,
  'logs.unreadable': (v) =>
    `${placed(v.where)}のログは読み取れません。\`--log-driver\`で別のドライバーが指定されています。このオプションを付けずに、コンテナを作り直してください。`,
  'logs.no-clock': () =>
    'このクラスターのノードの時刻がわからないため、ステップの開始前と開始後の出力を区別できません。`--context`を付けずに、Seatrialのクラスターでラボを開いてください。',
};
