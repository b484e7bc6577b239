import type { run as en } from '../en/run.ts';
import { daysAgo } from './days.ts';

export const run: typeof en = {
  'run.starting': () => 'このラボのマシンを起動しています…',
  'run.returning': () => '前回のマシンに接続しています…',
  'run.held': (v) =>
    `ラボ\`${v.lab}\`は別のターミナルで開かれています。そちらで続けるか、先にそちらのラボを離れてください（Ctrl-]、続けて\`q\`）。`,
  'run.found': (v) =>
    `ラボ「${v.lab}」は途中まで進んでいます（${v.steps}ステップ中${v.done}ステップ完了）。マシンも残っています。`,
  'run.continue': () => '前回の続きから再開する',
  'run.anew': () => '新しいマシンで最初から始める',
  'run.cancel': () => 'キャンセル',
  'run.choose': () => '↑ ↓で選び、Enterで決定します',
  'run.machine-lost': (v) => `ラボ\`${v.lab}\`を始めたときのマシンは削除されています。新しいマシンで最初から始めます。`,
  'run.rebuilding': (v) =>
    `「${v.lab}」を始めたときのマシンは削除されています。新しいマシンを用意して「${v.step}」まで進めています…`,
  'run.machine-old': (v) =>
    `ラボ\`${v.lab}\`を始めたときのマシンは、別のバージョンのSeatrialで作成されたため、このバージョンでは使えません。新しいマシンで最初から始めます。`,
  'run.renewing': (v) =>
    `「${v.lab}」を始めたときのマシンは、別のバージョンのSeatrialで作成されたため、このバージョンでは使えません。新しいマシンを用意して「${v.step}」まで進めています…`,
  'run.lab-changed': (v) =>
    `ラボ\`${v.lab}\`は前回から変更され、ステップの構成が変わりました。新しいマシンで最初から始めます。`,
  'run.kept': (v) => `保存しました。\`seatrial run ${v.lab}\`で続きから再開できます。`,
  'run.kept-progress': (v) =>
    `マシンは削除されましたが、進捗は保存しました。\`seatrial run ${v.lab}\`で新しいマシンを用意し、今のステップから再開できます。`,
  'run.removed': () => 'マシンとその中身をすべて削除しました。',
  'run.image-unknown': (v) => `ラボが使うイメージ\`${v.image}\`が\`images\`に宣言されていません。`,
  'home.unused': (v) => `ラボ\`${v.lab}\`のマシンは${v.days}日間使われていません。\`seatrial clean\`で削除できます。`,
  'home.none': () => 'ラボがありません。',
  'clean.nothing': () => '削除するものはありません。',
  'clean.found': (v) => `${v.name}（ラボ\`${v.lab}\`、最後に使ったのは${daysAgo(v.days)}）`,
  'clean.in-use': (v) => `\`${v.name}\`は削除しません。ラボ\`${v.lab}\`がターミナルで開かれています。`,
  'clean.ask': (v) => `${v.count}台のマシンを削除しますか？ そこで行った作業は失われます。`,
  'clean.nobody': (v) =>
    `残っているマシンが${v.count}台ありますが、対話できるターミナルがないため、確認できません。\`seatrial clean --yes\`で、開かれていないマシンをすべて削除できます。`,
  'clean.network': (v) => `マシン用のネットワーク\`${v.name}\`を削除しました。`,
  'clean.removed': (v) => `\`${v.name}\`を削除しました。`,
};
