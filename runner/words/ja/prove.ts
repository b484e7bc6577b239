import type { prove as english } from '../en/prove.ts';
import { joined } from './names.ts';

const changes = {
  'flag-dropped': 'オプションの抜け',
  'argument-dropped': '引数の抜け',
  'number-changed': '数値の違い',
  'name-changed': '名前の違い',
  'other-fact': '対象の取り違え',
  'other-image': 'イメージの違い',
  'other-command': 'コマンドの違い',
  'arguments-swapped': '引数の順序の違い',
  'line-left-out': '行の抜け',
} as const;

export const prove: typeof english = {
  'prove.survivor': (v) =>
    `ステップ「${v.step}」は、解答例を少し間違えたもの（${changes[v.change]}）でも完了になってしまいます。合格としたチェック: ${joined(v.checks)}。チェックを厳しくするか、それも正しい理由を\`harmless\`に書いてください。`,
  'prove.survivor-answer': (v) =>
    `ステップ「${v.step}」の質問「${v.question}」で、「${v.given}」が正解と判定されます。`,
  'prove.stale-harmless': (v) =>
    `\`harmless\`に「${v.run}」とありますが、解答例をそのように変えたものはありません。削除するか、\`--mutate\`の表示どおりに書いてください。`,
  'prove.broke': (v) => `検証中にSeatrial側のエラーが発生しました: ${v.text}`,
  'prove.untouched-passed': (v) =>
    `ステップ「${v.step}」は、まだ何もしていないのに完了になります。学習者に求める操作の結果を確かめるチェックにしてください。`,
  'prove.look-passes': (v) =>
    `ステップ「${v.step}」は、\`look\`のコマンドだけで合格します。それが解答例なので、\`solution\`に書いてください。`,
  'prove.not-solved': (v) => `これを入力してから${v.seconds}秒以内に、ステップ「${v.step}」が完了しませんでした。`,
  'prove.mistake-passed': (v) => `この誤りで、ステップ「${v.step}」が完了になってしまいます。`,
  'prove.other-message': (v) => `この誤りに対するメッセージのどれにも「${v.expected}」が含まれていません。`,
  'prove.reopened': (v) =>
    `ステップ「${v.step}」は一度完了しましたが、求められたものが3秒以内に自然に終了したため、再び未完了になりました。`,
  'prove.unsteady': (v) => `「${v.step}」の解答例をもう一度入力すると、チェックに合格しなくなります。`,
  'prove.not-held': (v) =>
    `最後まで保たれるはずの状態が保たれておらず、ステップ「${v.step}」が再び未完了になっています。`,
  'prove.rejudged': (v) => `ジャーナルから判定し直すと、ステップ「${v.step}」の判定が実行時と異なります。`,
  'prove.attack-refused': (v) =>
    `「${v.name}」は正しい操作ですが、${v.seconds}秒以内に、ステップ「${v.step}」のチェック\`${v.check}\`に合格しませんでした。`,
  'prove.attack-passed': (v) =>
    `「${v.name}」は誤った操作ですが、ステップ「${v.step}」のチェック\`${v.check}\`に合格してしまいます。`,
  'prove.attack-other-message': (v) =>
    `「${v.name}」に対する、ステップ「${v.step}」のチェック\`${v.check}\`のメッセージのどれにも「${v.expected}」が含まれていません。`,
  'prove.attack-answer-refused': (v) =>
    `ステップ「${v.step}」の質問「${v.question}」で、「${v.given}」は正しいのに、不正解と判定されます。`,
  'prove.attack-no-footing': (v) =>
    `ステップ「${v.step}」のほかのチェックが対象とするものを「${v.name}」で作成しようとしましたが、何も作成されませんでした。`,
  'prove.not-reached': (v) =>
    `ステップ「${v.step}」まで到達できませんでした。ステップ「${v.before}」が、今回は解答例で完了しませんでした。`,
  'prove.left': (v) => `マシンは削除されましたが、エンジンに次のものが残っています: ${joined(v.what)}`,
  'prove.untranslated': (v) => `「${v.where}」に、言語「${v.language}」のテキストがありません。`,
  'prove.away-blamed': (v) =>
    `エンジンに接続できない間、\`${v.by}\`の判定が以前と変わりましたが、マシン側の問題とは示されませんでした。`,
  'prove.away-lost': (v) => `エンジンに再び接続できるようになっても、\`${v.by}\`の判定が以前の状態に戻りませんでした。`,
  'prove.unfilled': (v) => `「${v.where}」の「${v.language}」での表示に、値の入っていないところがあります: ${v.text}`,
  'prove.skipped-untold': (v) =>
    `ステップ「${v.step}」には「${v.skipped}」で作るものが必要です。それをスキップしたとき、そのタイトルを示すメッセージがありません。`,
  'prove.bare-claim': (v) => `このまとめの項目に、最後まで根拠が付きませんでした: ${v.text}`,
  'play.untouched': () => '開始時',
  'play.mistake': () => '誤りの例',
  'play.solution': () => '解答例',
  'play.claims': () => 'このラボで確かめたこと',
  'prove.flaky': (v) =>
    `もう一度検証すると結果が変わりました（「${v.phase}」）。ラボのどこかが偶然に左右されています。`,
  'prove.not-a-number': (v) => `\`${v.option}\`には0より大きい数を指定してください（「${v.given}」は使えません）。`,
  'prove.other-verdict': () => 'この操作の判定が、期待したものと異なります。',
  'prove.no-file': (v) => `ファイル\`${v.path}\`を読み込めません。`,
};
