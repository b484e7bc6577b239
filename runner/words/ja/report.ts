import type { report as english } from '../en/report.ts';

export const report: typeof english = {
  'report.expected': () => '期待した値',
  'report.actual': () => '実際の値',
  'report.evidence': () => '根拠',
  'report.held': () => 'プロンプトが戻りませんでした',
  'report.total': (v) =>
    `宣言どおり${v.proven}件、宣言と異なる${v.failed}件、判定できない${v.errored}件${v.untried > 0 ? `、未実施${v.untried}件` : ''}${v.attacks > 0 ? `、うち想定外の操作と答え${v.attacks}件` : ''}（${v.seconds}秒）`,
  'report.untried': () => 'その前の検証が通らなかったため、実施していません',
  'report.interrupted': () => '検証は中断されました。マシンは削除済みです。上に表示されているのは中断までの結果です。',
  'report.kept': (v) =>
    `マシンを残してあります。\`docker exec -it ${v.machine} bash\`で中に入れます。\`docker rm -fv ${v.machine}\`で削除できます。`,
  'report.more-evidence': (v) => `… ほか${v.lines}行。すべては\`--report json\`にあります`,
  'report.labs-running': (v) => `ラボ${v.labs}件中${v.done}件が完了`,
  'report.more-running': (v) => `… ほか${v.labs}件`,
  'report.so-far': (v) => `宣言どおり${v.proven}件、宣言と異なる${v.failed}件、判定できない${v.errored}件`,
  'report.lab': () => 'ラボ',
  'report.proofs': () => '検証数',
  'report.time': () => '時間',
};
