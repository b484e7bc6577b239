import type { kit as en } from '../en/kit.ts';
import { bare, kind } from './names.ts';

export const kit: typeof en = {
  'object.refused': (v) =>
    `エンジンは、最後の\`docker ${v.noun} create\`で${bare(v.noun)}を作成しませんでした。エンジンの応答はシェルに表示されています。`,
  'object.refused-by': (v) => `エンジンは${bare(v.noun)}を作成しませんでした: ${v.error}`,
  'kit.right': (v) => `${kind(v.noun)}\`${v.name}\`は条件を満たしています。`,
  'kit.none': (v) => `条件に合う${bare(v.noun)}はまだありません。`,
  'kit.absent': (v) => `${kind(v.noun)}\`${v.name}\`はまだありません。`,
  'kit.other-name': (v) => `作成された${bare(v.noun)}の名前は\`${v.actual}\`です。\`${v.name}\`にしてください。`,
  'kit.other': (v) =>
    `${kind(v.noun)}\`${v.name}\`の\`${v.of}\`は\`${v.actual}\`です。\`${v.expected}\`にしてください。`,
  'kit.lacks': (v) => `${kind(v.noun)}\`${v.name}\`には\`${v.of}\`がありません。\`${v.expected}\`にしてください。`,
  'kit.below': (v) =>
    `${kind(v.noun)}\`${v.name}\`の\`${v.of}\`は\`${v.actual}\`です。\`${v.expected}\`以上にしてください。`,
  'kit.above': (v) =>
    `${kind(v.noun)}\`${v.name}\`の\`${v.of}\`は\`${v.actual}\`です。\`${v.expected}\`以下にしてください。`,
  'kit.unlike': (v) =>
    `${kind(v.noun)}\`${v.name}\`の\`${v.of}\`は\`${v.actual}\`です。\`${v.expected}\`に一致する値にしてください。`,
  'kit.without': (v) =>
    `${kind(v.noun)}\`${v.name}\`の\`${v.of}\`は\`${v.actual}\`です。\`${v.expected}\`が含まれている必要があります。`,
  'kit.has': (v) =>
    `${kind(v.noun)}\`${v.name}\`の\`${v.of}\`は\`${v.actual}\`です。設定されていない状態にしてください。`,
  'kit.has-not': (v) => `${kind(v.noun)}\`${v.name}\`に\`${v.of}\`が設定されていません。設定してください。`,
};
