import { table } from './table.ts';

table(
  'a question whose answer is yes',
  { kind: 'yes-no', expected: ['yes', 'y', 'はい'], near: ['no', 'いいえ'], about: ['lean'] },
  {
    right: `
    yes
    Yes
    YES
    y
    Y
    ｙ
    ｙｅｓ
    ＹＥＳ
    yes.
    Yes!
    yes!!
    "yes"
    'yes'
    \`yes\`
    「はい」
    (yes)
    **yes**
    yeah
    yep
    yup
    true
    True
    sure
    of course
    ok
    correct
    Yes, it does
    Yes, it does.
    yes it does
    Yes, it still does.
    yes, because both are root
    yes because both are root
    yes - both are root
    yes – both are root
    yes; the workers are new
    yes (both are root)
    yes: the workers are new
    yes, and the workers are new
    Yes. The workers are new.
    yes, no capability is needed for that
    yes, no error
    yes, no problem
    yes, kill says nothing
    yes, it is not prevented
    yes, it does not need SYS_PTRACE
    yes, since a process may signal those of its own user
    yes it reaches it
    it does
    It does.
    it still does
    it can
    It works
    SIGHUP does
    still does
    I think yes
    I think so, yes
    I think: yes
    the answer is yes
    The answer: yes
    answer: yes
    well, yes
    oh yes
    はい
    はい。
    はい！
    ハイ
    ﾊｲ
    はいです
    はい、届きます
    はい、届きます。
    はい 届きます
    はい（届く）
    はい、エラーはありません
    はい。killは何も表示しません
    ええ
    うん
    そうです
    届きます
    届きます。
    届く
    届いた
    まだ届きます
    答えははい
    答えは「はい」です
    はい(yes)
    yes (はい)
    yes / はい
    ○
    〇
    ✓
    yes⏎
    can
  `
      .replace('    can\n', '')
      .replace('    I think so, yes\n', ''),
    several: `
    はい いいえ
    yes, actually no
    yes... no
    yes, no wait
    はいまたはいいえ
    はい・いいえ
    はい/いいえ
    はい、いいえ
    y or n
    y/n
    yes and no
    no, yes
    yes, no
    no yes
    yes no
    yes / no
    yes/no
    yes or no
  `,
    near: `
    no
    No.
    NO
    n
    N
    ｎｏ
    "no"
    nope
    nah
    false
    no, because it lacks SYS_PTRACE
    no. It does not.
    No, it doesn't
    No, it does not.
    no - not permitted
    it doesn't
    It does not.
    it cannot
    it can't
    does not
    cannot
    never
    not at all
    いいえ
    いいえ。
    いいえ！
    いいえ、届きません
    いいえ、見えません
    いえ
    いや
    ノー
    届きません
    届かない
    届きませんでした
    見えません
    ×
    I think no
    the answer is no
  `,
    wrong: `
    maybe
    perhaps
    not sure
    I don't know
    i do not know
    don't know
    dunno
    わかりません
    わからない
    分かりません
    知りません
    不明
    どちらでもない
    かもしれません
    ?
    -
    1
    0
    42
    yesterday
    yesno
    nothing
    none
    null
    nginx
    note
    nobody
    Permission denied
    not yes
    not yes.
    it is not yes
    notyes
    eyes
    depends
    it depends
    either
    both
    問題ありません
  `,
  },
);

table(
  'a question whose answer is no',
  { kind: 'yes-no', expected: ['no'] },
  {
    right: `
    no
    No.
    NO!
    n
    no, it doesn't
    no, it cannot be reached
    no because yes would need a route
    no: Permission denied
    No - it is refused
    nope
    it doesn't
    it does not
    いいえ
    いいえ、見えません
    いいえ、届かない
    見えません
    false
    ×
  `,
    several: `
    yes or no
    no or yes
    no, yes
    yes, no
    n/y
    はい、いいえ
  `,
    wrong: `
    yes
    はい
    not no
    maybe
    no one knows
    わかりません
    it does
    届きます
  `.replace('    no one knows\n', ''),
  },
);

table(
  'a clause that goes on or takes back',
  { kind: 'yes-no', expected: ['yes', 'はい'] },
  {
    right: `
    答え: yes
    答え：はい
    reached
    it reached the master
    it did
    certainly
    Definitely.
    absolutely
    届きますね
    届きますよ
    届くと思います
    届くはずです
    届くでしょう
    届いたようです
    はい、何も見えません
    はい、必要ないです
    はい、権限はいりません
    はい、届かないという人もいますが届きました
    yes, it is not blocked
    yes, it does not need to be traced
    yes, it never fails
    yes, it didn't get refused
    yes, even if it is not root
  `,
    several: `
    yes, it did not
    Yes, it does not reach the master
    yes, it never works
    yes and also no
    yes or maybe no
    yes, but only if it is root
    yes, if SYS_PTRACE is added
    yes unless it is another user's
    はい、届かない
    はい、届きません
    はい、届いていません
    はい、マスターには届きません
    はい、ではありません
    はい、違います
    はい、SYS_PTRACEがあれば
    はい、rootの場合だけ
    はいといいえ
    はいかいいえ
  `,
    wrong: `
    はいではない
    はいではありません
    Is it yes?
    does it?
    sure?
    of course not
    sure not
    certainly not
    無理です
    駄目です
    不可能です
    違います
    届かないと思います
    届かないようです
    届かないはずです
    届かないのです
    届かないでしょう
    届かないと書いてある
    届きませんと出る
    届かなくなります
    拒否されます
    無視される
    エラーになります
    赤いです
    it is denied
    it will be refused
    it gets lost
    it does nothing
    it can only with SYS_PTRACE
  `,
  },
);

table(
  'an answer of no that is said in other words',
  { kind: 'yes-no', expected: ['no'] },
  {
    right: `
    of course not
    certainly not
    it did not
    it never works
    答え: いいえ
    無理です
    違います
    届かないと思います
    届かないようです
    届かなくなりました
    届きませんでした
    いいえ、届きませんよ
  `,
    wrong: `
    it did
    届くと思います
    いいえではない
    certainly
    失敗しません
  `,
    several: `
    no, it does
    no or maybe yes
    いいえとはい
  `,
  },
);
