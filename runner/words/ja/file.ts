import type { file as en } from '../en/file.ts';
import { placed as where } from './names.ts';

const kinds: Readonly<Record<string, string>> = {
  file: 'ファイル',
  directory: 'ディレクトリ',
  symlink: 'シンボリックリンク',
  other: 'ファイルでもディレクトリでもないもの',
};

const kind = (name: string): string => kinds[name] ?? name;

export const file: typeof en = {
  'file.there': (v) => `${where(v.name)}に\`${v.path}\`があります。`,
  'file.absent': (v) => `${where(v.name)}に\`${v.file}\`はありません。`,
  'file.none': (v) => `${where(v.name)}にはまだファイル\`${v.file}\`がありません。`,
  'file.kind': (v) => `${where(v.name)}の\`${v.path}\`は${kind(v.expected)}ではなく${kind(v.actual)}です。`,
  'file.content': (v) => `${where(v.name)}に\`${v.path}\`はありますが、内容が異なります。`,
  'file.unlike': (v) => `${where(v.name)}に\`${v.path}\`はありますが、\`${v.pattern}\`に一致する内容がありません。`,
  'file.other-name': (v) => `${where(v.name)}にあるのは、\`${v.file}\`ではなく\`${v.actual}\`です。`,
  'file.other-container': (v) =>
    `\`${v.file}\`はコンテナ\`${v.other}\`の中にあります。${where(v.name)}の中に作成してください。`,
  'file.on-machine': (v) => `\`${v.file}\`は${where(v.name)}の中ではなく、マシン上に直接作成されました。`,
  'file.redirected': (v) =>
    `\`${v.file}\`はコンテナ\`${v.name}\`の中ではなくマシン上にあります。\`docker exec\`の行のリダイレクトは、マシンのシェルが処理します。コンテナの中のシェルに1行全体を渡してください: \`docker exec ${v.name} sh -c '… > ${v.file}'\``,
  'file.unseen': (v) => `${where(v.name)}は動いていないため、中を確認できません。`,
  'file.should-not': (v) => `${where(v.name)}に\`${v.path}\`があります。ここには不要なので、削除してください。`,
};
