import type { gone as en } from '../en/gone.ts';
import { kind } from './names.ts';

export const gone: typeof en = {
  'gone.never': (v) => `${kind(v.noun)}\`${v.name}\`はまだ作成されていません。`,
  'gone.both': (v) => `コンテナ\`${v.name}\`が削除され、プロセスもなくなりました。`,
  'gone.gone': (v) => `${kind(v.noun)}\`${v.name}\`が削除されました。`,
  'gone.running': (v) => `コンテナ\`${v.name}\`はまだ動いています。`,
  'gone.there': (v) => `${kind(v.noun)}\`${v.name}\`はまだ残っています。`,
  'gone.paused': (v) => `コンテナ\`${v.name}\`は一時停止しただけで、プロセスは残っています。`,
  'gone.stopped': (v) => `コンテナ\`${v.name}\`は停止しましたが、まだ残っています。\`docker ps -a\`で確認できます。`,
  'gone.process': (v) => `コンテナ\`${v.name}\`は削除されましたが、プロセス${v.pid}がまだ残っています。`,
  'gone.refused': (v) =>
    `コンテナ\`${v.name}\`は動いているため、エンジンが削除を拒否しました。先に停止するか、強制的に削除してください。`,
  'gone.in-use': (v) =>
    `${kind(v.noun)}\`${v.name}\`はまだ使われているため、エンジンは削除しませんでした。エンジンの応答はシェルに表示されています。`,
  'gone.missed': (v) =>
    `削除しようとした${kind(v.noun)}\`${v.reference}\`はありません。削除するのは\`${v.name}\`です。`,
  'gone.asks': (v) =>
    `\`${v.line}\`がシェルで答えを待っています。続けるには\`y\`、キャンセルするには\`N\`を入力してください。`,
};
