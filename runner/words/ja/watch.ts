import type { watch as en } from '../en/watch.ts';
import { joined } from './names.ts';

export const watch: typeof en = {
  'lab.attempt-form': () =>
    '試行には、入力する`run`か、答えを書く`answer`を、または両方を書いてください。`question`は`answer`と一緒に使います。',
  'test.steps': (v) => `ステップの一覧: ${joined(v.steps)}`,
  'watch.waiting': (v) =>
    v.count === 1
      ? `ラボ\`${v.labs}\`を監視しています。保存すると、変わった部分を検証します。`
      : `${v.count}個のラボを監視しています。保存すると、変わった部分を検証します。`,
  'watch.keys': () => '`a`ですべてを検証し直し、`q`で終了します。',
  'watch.steps': (v) => `ラボ\`${v.lab}\`の変更: ${joined(v.steps)}。この部分を検証します。`,
  'watch.whole': (v) => `ラボ\`${v.lab}\`はステップ以外も変わったため、ラボ全体を検証します。`,
  'watch.same': (v) => `ラボ\`${v.lab}\`には、検証が必要な変更はありません。`,
  'watch.again': () => '再び変更されたため、実行中の検証を中止します。',
  'watch.broken': (v) => `ラボ\`${v.lab}\`は現在の内容ではラボとして読めないため、検証しません。`,
};
