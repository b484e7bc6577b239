import type { session as en } from '../en/session.ts';

export const session: typeof en = {
  'answer.right': (v) => `\`${v.given}\`は正解です。`,
  'answer.wrong': (v) => `\`${v.given}\`は正解ではありません。`,
  'answer.empty': () => '答えが空です。',
  'script.passed': () => 'チェックに合格しました。',
  'script.pending': () => 'チェックに合格していません。',
  'script.late': (v) =>
    `チェックスクリプトが${v.seconds}秒以内に終わらなかったため、停止しました。ラボの作者による修正が必要です。`,
  'script.failed': (v) =>
    `このラボのチェックスクリプトが終了コード${v.code}で終了しました。これは「合格」でも「未達成」でもありません: ${v.output}`,
  'fact.gone': (v) =>
    `ステップ「${v.step}」のコンテナ\`${v.name}\`がなくなっています。同じ条件のコンテナを新しく起動すると、このステップを続けられます。`,
  'fact.pod-gone': (v) =>
    `ステップ「${v.step}」のPod \`${v.name}\`がなくなっています。同じ条件のPodを作り直すと、このステップを続けられます。`,
  'fact.container-stopped': (v) =>
    `Pod \`${v.name}\`のコンテナ\`${v.container}\`は現在動いていません。\`kubectl get pod ${v.name}\`で起動を確認してから、もう一度答えてください。`,
  'fact.stopped': (v) =>
    `ステップ「${v.step}」のコンテナ\`${v.name}\`はもう動いていません。\`docker start ${v.name}\`で再び起動できます。`,
  'fact.paused': (v) =>
    `ステップ「${v.step}」のコンテナ\`${v.name}\`は一時停止しています。\`docker unpause ${v.name}\`で再開できます。`,
  'fact.skipped': (v) =>
    `ここでは、スキップしたステップ「${v.step}」で作るものが必要です。スキップしたステップの操作を行うと、このステップを続けられます。`,
  'fact.unreadable': (v) => `ラボが必要とする\`${v.template}\`を今は読み取れません。`,
  'stays.waiting': (v) => `条件を満たしています。この状態が${v.seconds}秒続く必要があります。`,
  'check.slow': (v) => `チェック\`${v.check}\`に対してマシンから${v.seconds}秒間応答がありません。引き続き確認します。`,
  'check.tool-missing': (v) =>
    `このステップに必要なプログラム\`${v.tool}\`がマシンにありません。ラボを離れてマシンを削除し、最初から始めてください。`,
  'check.unknown': (v) => `チェック\`${v.check}\`は存在しません。`,
  'check.broke': (v) => `Seatrial自体の不具合でチェック\`${v.check}\`が失敗しました: ${v.error}`,
  'check.params': (v) => `ラボによるチェック\`${v.check}\`の呼び出し方に誤りがあります: ${v.error}`,
  'journal.full': (v) =>
    `ディスクに空きがないため、進捗を保存できません（${v.path}）。このまま続けられます。空き容量を確保すると、再び保存されます。`,
  'journal.unwritable': (v) =>
    `進捗を\`${v.path}\`に保存できません: ${v.error}。このまま続けられます。書き込めるようになると、再び保存されます。`,
};
