import type { lab as en } from '../en/lab.ts';
import { joined } from './names.ts';

const kinds: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数値',
  int: '整数',
  boolean: 'trueかfalse',
  array: 'リスト',
  object: 'マッピング',
  record: 'マッピング',
  null: '空',
  undefined: '空',
};

const kindsOf = (names: string) =>
  names
    .split('|')
    .map((name) => kinds[name] ?? name)
    .join('または');

const at = (where: string) => (where === '' ? 'ファイル全体' : `「${where}」`);

export const lab: typeof en = {
  'lab.did-you-mean': (v) => `もしかして「${v.suggestion}」ですか？`,
  'lab.warning': () => '警告',
  'lab.count': (v) => {
    const problems = v.count > 0 || v.warnings === 0 ? [`${v.count}件の問題`] : [];
    return `${[...problems, ...(v.warnings > 0 ? [`${v.warnings}件の警告`] : [])].join('と')}があります。`;
  },

  'lab.yaml': (v) => `YAMLとして読めません: ${v.text}`,
  'lab.duplicate-key': () => '同じキーが2回書かれています。どちらか一方だけにしてください。',
  'lab.tab': () => 'YAMLの字下げにタブは使えません。空白を使ってください。',
  'lab.indent': () => 'この行の字下げが、同じまとまりの行とそろっていません。',
  'lab.documents': () => 'ラボは1つのYAML文書で書きます。「---」から後ろを取り除いてください。',
  'lab.no-file': () => 'このファイルはありません。',
  'lab.unreadable': (v) => `ファイルを読み込めません: ${v.text}`,
  'lab.empty': () => 'ファイルが空です。`seatrial new`でひな形を作れます。',
  'lab.too-long': (v) => `ファイルが長すぎます。ラボは${v.limit}文字以内で書いてください。`,
  'lab.too-deep': () => '入れ子が深すぎるか、エイリアスの展開結果が大きすぎます。',

  'lab.unknown-key': (v) =>
    v.where === ''
      ? `ラボに「${v.key}」という項目はありません。`
      : `「${v.where}」に「${v.key}」という項目はありません。`,
  'lab.missing-key': (v) => `${at(v.where)}に「${v.key}」がありません。`,
  'lab.wrong-type': (v) =>
    `${at(v.where)}は${kindsOf(v.expected)}でなければなりませんが、${kindsOf(v.actual)}になっています。`,
  'lab.wrong-value': (v) => `${at(v.where)}に指定できるのは次のいずれかです: ${joined(v.allowed)}`,
  'lab.too-small': (v) => `${at(v.where)}は${v.minimum}以上にしてください。`,
  'lab.too-few': (v) => `${at(v.where)}には少なくとも${v.minimum}個の項目が必要です。`,
  'lab.too-big': (v) => `${at(v.where)}は${v.maximum}以下にしてください。`,
  'lab.blank': (v) => `${at(v.where)}を空にすることはできません。`,
  'lab.slug': (v) =>
    `${at(v.where)}には英小文字と数字だけを使えます。先頭は英字です。単語は\`first-step\`のように\`-\` 1個でつなぎます。`,
  'lab.wrong-form': (v) => `${at(v.where)}の形式が正しくありません。`,
  'lab.merge': (v) =>
    `${at(v.where)}に古いYAMLのマージキー\`<<\`がありますが、ここでは使えません。キーをそのまま書いてください。値全体であれば、エイリアス（\`*name\`）で表せます。`,
  'lab.control': (v) =>
    `ここに制御文字${v.character}があります。ラボの文章には使えないため、削除してください。スクリプトでは\`$'\\033'\`のように書けます。`,
  'lab.encoding': () => 'ここから先がUTF-8になっていません。ファイルをUTF-8で保存してください。',
  'lab.wrong': (v) => `${at(v.where)}が正しくありません: ${v.text}`,

  'lab.id-differs': (v) => `ラボのIDは「${v.id}」ですが、ディレクトリ名は「${v.folder}」です。同じ名前にしてください。`,
  'lab.duplicate-id': (v) => `ID「${v.id}」は${v.line}行目ですでに使われています。`,
  'lab.unknown-image': (v) => `imagesディレクトリに「${v.image}」というイメージはありません。`,
  'lab.network-beside-cluster': () =>
    'クラスターを使うラボのマシンは、ノードと同じネットワークにつながります。「needs」から`network: own`か`kubernetes`のどちらかを削除してください。',
  'lab.no-engine': () => '「needs」にエンジンがありません。`needs: { docker: {} }`のように書いてください。',
  'lab.check-without-engine': (v) =>
    `「${v.check}」は、このラボにないものを調べるチェックです。「needs」に\`${v.engine}: {}\`と書いてください。`,
  'lab.no-check': (v) => `ステップ「${v.step}」にはチェックも質問もないため、完了を判定できません。`,
  'lab.unknown-check': (v) => `「${v.check}」というチェックはありません。`,
  'lab.renamed-check': (v) =>
    `チェック「${v.check}」は別のチェックに統合されました。次のように書いてください: ${v.form}`,
  'lab.one-check': () => '「checks」の1項目に書けるチェックは1つです。2つ目からは別の項目にしてください。',
  'lab.empty-check': () =>
    'この項目にはチェックがありません。`- docker/container: { … }`または`- run: |`の形で書いてください。',
  'lab.question-forms': () =>
    '「ask」と「answer」で書くか、「questions」のリストで書くか、どちらか一方にしてください。',
  'lab.no-choices': () => '「kind: choice」には、選択肢のリスト「choices」が必要です。',
  'lab.choices-without-kind': (v) =>
    `「choices」は「kind: choice」の質問に書くものですが、この質問は「kind: ${v.kind}」です。`,
  'lab.unknown-choice': (v) => `「${v.value}」は「choices」にないため、誰も選べません。`,
  'lab.all-without-choices': () => '「all」は「choices」のある質問に書きます。正しい選択肢をすべて選ぶ質問になります。',
  'lab.tolerance-without-number': (v) =>
    `「tolerance」は「kind: number」の質問に書くものですが、この質問は「kind: ${v.kind}」です。`,
  'lab.wrong-tolerance': (v) =>
    `「${v.tolerance}」では、許容する誤差がわかりません。割合（「5%」）または量（「10」「16 MB」）で書いてください。`,
  'lab.tolerance-unit': (v) => `「${v.tolerance}」と「${v.value}」は単位の種類が異なります。`,
  'lab.means-differ': (v) =>
    `予想の選択肢にはそれぞれ説明が必要です。選択肢は${v.expected}個ですが、説明は${v.actual}個あります。`,
  'lab.not-in-step': (v) => `ステップ「${v.step}」には、翻訳の元になる「${v.key}」がありません。`,
  'lab.choices-differ': (v) => `この質問の選択肢は${v.expected}個ですが、ここには${v.actual}個あります。`,
  'lab.answer-without-question': (v) => `「${v.key}」に対応する質問がありません。「ask」を書いてください。`,
  'lab.mistake-form': () =>
    '誤りの例には「run」（入力するコマンド）か「answer」（答え）のどちらか一方だけを書いてください。',
  'lab.unknown-question': (v) => `ステップ「${v.step}」に「${v.question}」という質問はありません。`,
  'lab.mistake-without-question': (v) => `この誤りは答えの例ですが、ステップ「${v.step}」には質問がありません。`,

  'lab.fact-name': (v) =>
    `「${v.name}」はファクトの名前に使えません。英小文字で始め、英小文字、数字、アンダースコアだけで書いてください。`,
  'lab.same-fact': (v) =>
    `「${v.name}」は、これより上のチェックが定義するファクトではありません。\`same\`は\`as\`と一緒に書き、このチェックが同じものを見つけてもよいファクトを指定します。`,
  'lab.fact-twice': (v) => `ファクト「${v.name}」は${v.line}行目ですでに定義されています。`,
  'lab.fact-reserved': (v) => `「${v.name}」は最初から用意されているファクトの名前です。別の名前にしてください。`,
  'lab.unknown-fact': (v) =>
    `ファクト「${v.name}」はどこにも定義されていません。チェックの\`as: ${v.name}\`か「keep」で定義してください。`,
  'lab.early-fact': (v) => `ファクト「${v.name}」はまだ決まっていません。定義されるのは${v.line}行目です。`,
  'lab.unkept-fact': (v) =>
    `「claims」が表示されるとき、\`${v.text}\`はもうないかもしれません。値がわかるステップに\`keep: { ${v.as}: "${v.text}" }\`と書き、ここには\`\${${v.as}}\`と書いてください。`,
  'lab.unknown-part': (v) =>
    v.part === ''
      ? `ファクト「${v.name}」には、続けて項目名を書いてください。`
      : `ファクト「${v.name}」に「${v.part}」という項目はありません。`,
  'lab.bad-template': (v) =>
    `「${v.text}」はファクトとして読めません。\`\${name}\`または\`\${name.part}\`の形で書いてください。`,

  'lab.unknown-step': (v) => `このラボに「${v.step}」というステップはありません。`,
  'lab.unknown-near': (v) => `この質問に「${v.value}」という惜しい答えはありません。`,
  'lab.unknown-message': (v) =>
    `「${v.id}」というメッセージを出すチェックはありません。表示されたメッセージのIDは\`seatrial test --json\`で確認できます。`,
  'lab.unknown-say': (v) =>
    `ステップ「${v.step}」には、「${v.key}」に当たる\`say\`を持つチェックがありません。チェックの番号（1から）で指定し、複数の文がある場合はメッセージのIDで指定します。`,
  'lab.hints-differ': (v) =>
    `ステップ「${v.step}」のヒントはlab.yamlでは${v.expected}個ですが、ここでは${v.actual}個です。`,
  'lab.claims-differ': (v) => `まとめの項目はlab.yamlでは${v.expected}個ですが、ここでは${v.actual}個です。`,
};
