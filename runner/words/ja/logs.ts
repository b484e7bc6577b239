import type { logs as en } from '../en/logs.ts';

export const logs: typeof en = {
  'logs.right': (v) => `\`${v.where}\`の出力: \`${v.line}\``,
  'logs.right-none': (v) => `\`${v.where}\`は該当する行を出力していません。`,
  'logs.none': (v) => `\`${v.where}\`はまだ何も出力していません。`,
  'logs.none-since': (v) => `\`${v.where}\`はこのステップの開始後、まだ何も出力していません。`,
  'logs.other': (v) => `\`${v.where}\`はまだ「${v.text}」を出力していません。`,
  'logs.other-stream': (v) =>
    `\`${v.where}\`は「${v.text}」を${v.actual}に出力しました。${v.stream}に出力する必要があります。`,
  'logs.unwanted': (v) => `\`${v.where}\`の出力: \`${v.line}\`。この行が出力されない状態にしてください。`,
  'logs.unreadable': (v) =>
    `\`${v.where}\`のログは読み取れません。\`--log-driver\`で別のドライバーが指定されています。このオプションを付けずに作り直してください。`,
  'logs.no-clock': () =>
    'このクラスターのノードの時刻がわからないため、ステップの開始後に出力された行を区別できません。`--context`を付けずに、Seatrialが用意するクラスターでラボを開いてください。',
};
