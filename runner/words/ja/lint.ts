import type { lint as en } from '../en/lint.ts';

const marked = (group: string): string =>
  group === 'lab' ? 'ラボ全体の文（タイトル、概要、まとめ）' : `ステップ「${group}」`;

export const lint: typeof en = {
  'lint.clean': (v) => `${v.labs}件のラボに問題はありません。`,
  'lint.given-away': (v) =>
    `解答例の\`${v.command}\`がそのまま書かれています。これでは学習者が考える余地がありません。`,
  'lint.no-mistakes': (v) =>
    `ステップ「${v.step}」には誤りの例がないため、間違えた人への説明を検証できません。ありがちな誤りを「mistakes」に加えてください。`,
  'lint.no-mistakes.about': () => 'どのステップにも、ありがちな誤りとそのときに出る説明を書きます。',
  'lint.unlearned': (v) =>
    `ステップ「${v.step}」には、確かめたことの説明がありません。何が確かめられたのか、なぜそうなるのかを、\`learned\`に1～2文で書いてください。`,
  'lint.unlearned.about': () =>
    'どのステップにも、確かめたこととその理由を`learned`に書きます。コマンドを忘れても残るのはこれです。警告として表示されます。',
  'lint.stale': (v) =>
    `${marked(v.group)}の英語の文が、翻訳した後に変わっています。訳し直してから\`seatrial lint --fix\`を実行してください。`,
  'lint.unmarked': (v) =>
    `${marked(v.group)}がどの英語の文から訳されたのか記録がありません。訳が正しければ\`seatrial lint --fix\`を実行してください。`,
  'lint.translated-again': (v) =>
    `${marked(v.group)}の訳が、記録した後に変わっています。英語の文と同じ内容であれば\`seatrial lint --fix\`を実行してください。`,
  'lint.unmarked-file': () =>
    'どの英語の文から訳されたのか記録がありません。訳が正しければ`seatrial lint --fix`を実行してください。',
  'lint.stale-translation.about': () =>
    '翻訳は原文に追いついている必要があります。`seatrial lint --fix`が翻訳元を`of`に記録するので、後から原文が変わるとわかります。',
  'lint.undeclared-image': (v) => `ここで使うイメージ「${v.image}」が「images」にないため、マシンに読み込まれません。`,
  'lint.no-translation': () =>
    'このファイルの隣にlab.ja.yamlがないため、日本語の学習者にも英語で表示されます。それでよければ、`languages: [en]`と書いてください。',
  'lint.unnamed-translation': () =>
    'ラボの`languages`には1つの言語しか書かれていませんが、別の言語のファイルがあります。`languages`に両方を書くか、このファイルを削除してください。',
  'lint.untranslated': (v) => `「${v.key}」の文が翻訳されていません。`,
  'lint.untranslated-step': (v) => `ステップ「${v.step}」が翻訳されていません。`,
  'lint.untranslated.about': () =>
    '学習者が読む文はすべて、日本語でも`lab.ja.yaml`に書きます。1つの言語だけで書くラボでは、`languages`にそれを書きます。',
  'lint.unknown-concept': (v) =>
    `「${v.id}」という概念は\`concepts.yaml\`にありません。名前と説明を両方の言語で追加してください。`,
  'lint.unknown-concept.about': () => '`teaches`に書くIDは、名前と説明とともに`concepts.yaml`に両方の言語で書きます。',
  'lint.untaught-concept': (v) =>
    `「${v.id}」という概念を学ぶステップがありません。学ぶステップの\`teaches\`に書くか、取り除いてください。`,
  'lint.unused-fact': (v) => `ファクト「${v.name}」はどこでも使われていません。使うか、取り除いてください。`,
  'lint.unused-fact.about': () => '定義したファクトは、後のチェック、答え、本文、まとめのいずれかで使います。',
  'lint.unknown-rule': (v) => `「${v.rule}」というルールはありません。`,
  'lint.ignore-reason': (v) =>
    `理由がないと無視できません。\`# seatrial-ignore ${v.rule}: 理由\`の形で書いてください。`,
  'lint.given-away.about': () =>
    'ステップの本文と最初のヒントに、解答例や別解のコマンドをそのまま書かないでください。写すだけでは身につきません。',
  'lint.long-text': (v) =>
    `ステップ「${v.step}」の本文と質問は小さいターミナルで${v.actual}行になります。${v.limit}行を超えるとスクロールが必要です。短くするか、2つのステップに分けてください。`,
  'lint.long-text.about': () =>
    '本文と質問は、80×24のターミナルでシェルと並べて読める長さにします。パネルは11行で、そのうち5行は別の表示に使われます。',
  'lint.undeclared-image.about': () =>
    'チェック、解答例、別解、誤りの例で使うイメージは、すべて`images`に書くか、解答例の中で作ります。',
  'lint.fixed-answer': (v) =>
    `${v.value}が正しいのは、作成時のマシンだけです。\`\${first.ip}\`や\`\${first.pid}\`のようにファクトから取ってください。`,
  'lint.fixed-answer.about': () => 'IPアドレスやPIDのように毎回変わる答えは、ファクトから取ります。',

  'lint.own-action': (v) =>
    `ここでコンテナ内の\`${v.program}\`を実行していますが、同じステップの別のチェックが学習者による実行を待っています。スクリプトの操作は誰の操作としても数えられず、学習者が何もしないうちに結果だけが残ります。マシン側から調べてください。`,
  'lint.own-action.about': () =>
    '同じステップの別のチェックが待っている操作を、スクリプトで行わないでください。スクリプトの操作は、誰の操作としても数えられません。',
  'lint.vacuous-script': (v) =>
    `このスクリプトは必ず0で終わるため、何をしても合格になります。最後のコマンドは\`${v.command}\`です。`,
  'lint.vacuous-script.about': () =>
    'チェックのスクリプトは失敗することもなければなりません。`echo`や`|| true`で終わるもの、どの分岐でも0で終わるものは、必ず合格になります。',
  'lint.hopeless-script': () => 'このスクリプトはどう進んでも0で終わらないため、誰も合格できません。',
  'lint.hopeless-script.about': () => 'チェックのスクリプトには、0で終わる道筋が必要です。',
  'lint.swallowed-failure': (v) =>
    `\`${v.command}\`では失敗が捨てられ、誰も気付けません。\`|| exit 2\`と書くか、このコマンドを取り除いてください。`,
  'lint.constant-condition': (v) => `条件\`${v.command}\`は常に真なので、必ずこちらの分岐に進みます。`,
  'lint.swallowed-failure.about': () =>
    'スクリプトのコマンドに`|| true`を付けたり、常に真になる条件を書いたりしないでください。失敗は、判定の結果かエラーのどちらかです。',
  'lint.absence-inverted': () =>
    '`grep -v`はほかの行が1行でもあれば成功するため、「ない」ことの確認になりません。出力を変数に入れて比べてください。',
  'lint.absence-negated': () =>
    '`grep`の前のコマンドが失敗しても真になるため、エンジンが応答しないときに合格してしまいます。`|| exit 2`を付けて出力を変数に入れ、それを比べてください。',
  'lint.absence-by-grep.about': () =>
    '「ない」ことは、エラーなく取得した一覧で確かめます。`grep -v`や`! … | grep`では確かめられません。コンテナには`docker/gone`を使ってください。',
  'lint.loose-name': (v) =>
    `\`${v.name}\`は\`${v.listing}\`の行のどこにあっても一致します。ほかの名前、イメージ、コマンドにも一致するので、名前だけを出力し（\`--format '{{.Names}}'\`）、\`grep -qx\`を使ってください。`,
  'lint.loose-filter': (v) =>
    `フィルター\`name=${v.name}\`は、その文字列を含むだけの名前にも一致します。\`name=^${v.name.replace(/^\^/, '')}$\`と書いてください。`,
  'lint.loose-name.about': () => '名前は全体で比べます。`web`を探して`webserver`が見つかってはいけません。',
  'lint.guessed-container': (v) =>
    `\`${v.command}\`は、たまたま先頭にあるコンテナを選びます。学習者はほかのコンテナも動かしているかもしれません。ファクト（\`$first\`）か正確な名前を使ってください。`,
  'lint.guessed-container.about': () =>
    '対象のコンテナはファクトか名前で指定します。いちばん新しいもの、一覧の先頭のもの、とは書きません。',
  'lint.text-for-state': (v) =>
    `\`${v.file}\`に書いてあるのは学習者の意図です。エンジンがその状態になったかどうかは、\`docker inspect\`や\`kubectl get\`でエンジンに尋ねてください。`,
  'lint.text-for-state.about': () => '状態は、設定を書いたファイルからではなく、エンジンから読み取ります。',
  'lint.history-read': () =>
    'シェルの履歴からわかるのは入力した内容で、起きたことではありません。別のシェルやスクリプトを使えば履歴は残りません。コマンドの結果を確かめてください。',
  'lint.history-read.about': () => 'シェルの履歴は読みません。どんな方法でも、結果が正しければ合格です。',
  'lint.fixed-address': (v) =>
    `${v.value}は、あるときのコンテナのアドレスです。次は変わるので、\`$first_ip\`のようにファクトから取ってください。`,
  'lint.fixed-pid': (v) =>
    `${v.value}は、あるときのプロセスのPIDです。次は変わるので、\`$first_pid\`のようにファクトから取ってください。`,
  'lint.fixed-value.about': () => 'IPアドレスやPIDをスクリプトに直接書かないでください。マシンごとに変わります。',
  'lint.unread-errors': (v) =>
    `\`${v.command}\`が失敗したときのメッセージが捨てられています。エンジンが応答しないだけでも、学習者が何もしていないように見えます。エラーは出力し、実行環境の問題なら\`|| exit 2\`で終えてください。`,
  'lint.unread-errors.about': () =>
    '`docker`や`kubectl`のエラーを/dev/nullに捨てないでください。実行環境の問題を学習者のせいにしてはいけません。',
  'lint.compares-into-file': () =>
    '`[`の中では比較にならず、その名前のファイルを読み書きします。`-gt`や`-lt`を使ってください。',
  'lint.compares-text': (v) =>
    `ここでの\`${v.operator}\`は文字列の比較で、「10」は「9」より前になります。\`${v.operator === '<' ? '-lt' : '-gt'}\`か\`(( … ))\`を使ってください。`,
  'lint.text-comparison.about': () => '数値は`-gt`、`-lt`、`(( … ))`で数値として比べます。',
  'lint.unquoted-test': (v) =>
    `\`${v.words}\`が空のときや空白を含むとき、\`[\`は比較ではなくエラーになります。二重引用符で囲むか、\`[[\`を使ってください。`,
  'lint.unquoted-test.about': () => '`[`で比べる値は二重引用符で囲みます。',
  'lint.pending-accepted': () =>
    'Pendingやcreatedは、まだ実行中ではなく、そのまま実行されないこともあります。このステップが求める状態だけを合格にしてください。',
  'lint.pending-accepted.about': () =>
    '実行中であるべきところで、`Pending`、`ContainerCreating`、`created`を合格にしません。',
  'lint.script-acts': (v) =>
    `\`${v.command}\`は調べる対象を変えてしまい、そのイベントでチェックが際限なく再実行されます。チェックでは調べるだけにしてください。`,
  'lint.script-acts.about': () => 'チェックでは何も変えません。`docker run`や`kubectl apply`は使いません。',
  'lint.sleeps': () =>
    '`sleep`で待つと、速いマシンでは遅すぎ、遅いマシンでは早すぎます。1回だけ調べてください。何かが変わるたびにスクリプトは再実行されます。',
  'lint.background': (v) =>
    `\`${v.command}\`の終了を誰も待っていないため、次の行が調べるときに終わっているかどうかは運任せです。`,
  'lint.no-settling.about': () =>
    'スクリプトは1回だけ調べて終わります。`sleep`で待ったり、自分が起動したプロセスと競合したりしません。',
  'lint.blocking-script': (v) =>
    `\`${v.command}\`は自分からは終わらないことがあり、8秒で終わらないスクリプトはエラーになります。\`timeout 2\`、\`-m 2\`、\`--timeout=2s\`などで時間を区切るか、今の状態だけを調べてください。`,
  'lint.blocking-script.about': () =>
    'スクリプトのコマンドはすべて自分で終わるものにします。ログの追跡、上限のない待機、何かが起きるまでの繰り返しは書きません。',
  'lint.missing-tool': (v) =>
    `イメージに\`${v.program}\`がないと、学習者が何もしていないときと同じように失敗します。マシン側から調べるか、終了コード126と127を区別してください。`,
  'lint.missing-tool.about': () =>
    '`exec`でコンテナ内のプログラムを実行するときは、プログラムがない場合と失敗した場合を区別します。',
  'lint.bad-script': (v) => `bashとして読めません: ${v.text}`,
  'lint.bad-script.about': () => 'チェックのスクリプトはbashで書きます。',
  'lint.unknown-variable': (v) =>
    `変数「${v.name}」には値がありません。先に行われるチェックにこの名前のファクトはなく、スクリプトの中でも設定されていません。`,
  'lint.unknown-variable.about': () =>
    'スクリプトが読む変数は、その時点でわかっているファクト（`$first`、`$first_name`、`$first_pid`、`$first_ip`、Podなら`$web`、`$web_name`、`$web_node`など）か、スクリプト自身が設定したものです。',
  'lint.lost-reason': () =>
    'この理由を示した後もスクリプトは続き、合格することがあります。`|| { because "…"; exit 1; }`と書いてください。',
  'lint.lost-reason.about': () => '`because`はスクリプトの最後に置くか、直後に`exit`を書きます。',
  'lint.unknown-helper': (v) =>
    `\`${v.name}\`というコマンドはありません。bashは127で終わり、学習者にはラボの不具合と表示されます。`,
  'lint.unknown-helper.about': () =>
    'チェックスクリプトで使える補助コマンドは`because`、`expected`、`actual`です。つづりを間違えないようにします。',
  'lint.unclosed-test': () =>
    '`[`の最後の引数は`]`でなければなりません。ないと何があっても失敗します。`[ … ]`と書いてください。',
  'lint.unclosed-test.about': () => 'チェックスクリプトの`[`は必ず`]`で閉じます。',
  'lint.reread-answer': (v) =>
    `YAMLは${v.written}を数値として読み、${v.value}に変えてしまいます。学習者はそのとおりに答えなければならなくなります。"${v.written}"のように引用符で囲んでください。`,
  'lint.unclear-kind': (v) =>
    `\`${v.value}\`が何の値かわからないため、単なるテキストとして比較されます。ツールの出力行を貼り付けた学習者の答えは、正解になりません。\`kind: number\`、\`pid\`、\`address\`、\`program\`、\`path\`、\`name\`、\`yes-no\`のいずれかを書き、どれにも当てはまらないときは\`text\`と書いてください。`,
  'lint.unclear-kind.about': () =>
    '答えを見ても種類がわからない質問には、何を尋ねているか（`kind`）を書きます。数とPIDとでは、認める書き方が異なります。',
  'lint.reread-answer.about': () =>
    '`1.10`、`010`、`1e3`のように、YAMLが数値として読むと表記が変わる答えは引用符で囲みます。',
};
