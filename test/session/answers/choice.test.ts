import { table } from './table.ts';

const parents = ['the engine', 'the shim', 'containerd', 'the shell'];

table(
  'one of four',
  { kind: 'choice', choices: parents, expected: ['the shim'], near: ['containerd'] },
  {
    right: `
    the shim
    The shim
    THE SHIM
    the shim.
    "the shim"
    「the shim」
    the  shim
    ｔｈｅ ｓｈｉｍ
    the shimです
    it is the shim
    I think the shim
    2
    ２
    ②
    2.
    2)
    (2)
    [2]
    #2
    No. 2
    no.2
    2番
    2番目
    2です
    ２番です
    option 2
    Option 2.
    choice 2
    answer 2
    answer: 2
    it's 2
    b
    B
    ｂ
    b.
    b)
    (b)
    (B)
    "b"
    bです
    option b
    answer: b
    b) the shim
    b: the shim
    b. the shim
    2. the shim
    2) the shim
    2: the shim
    (b) the shim
    2 the shim
    b the shim
    the shim (2)
    the shim (b)
    the shim, b
    2, b
    2⏎
    答えは2
    答えはb
  `,
    near: `
    containerd
    3
    c
    c)
    3. containerd
    all: 1 2 3 4
    abc, c
  `
      .replace('    abc, c\n', '')
      .replace('    all: 1 2 3 4\n', ''),
    several: `
    a b c d
    1, 2, 3, 4
    the shim or containerd
    b, c
    b or c
    2 or 3
    1 or 2
    a or b
    1, 2
    1 2
    ab a b
    b and d
    the shim or the shell
    b) the shell
    2. the engine
    1/2
    a|b
  `.replace('    ab a b\n', ''),
    wrong: `
    1
    a
    d
    4
    5
    e
    0
    -2
    22
    2.5
    shim
    the
    the shi
    not 2
    not the shim
    the shimではない
    none
    all
    z
    the engine
    first
    ?
  `,
  },
);

table(
  'one of numbers',
  { kind: 'choice', choices: ['2', '4', '8'], expected: ['4'] },
  {
    right: `
    4
    ４
    b
    4.
    b) 4
    4です
  `,
    wrong: `
    2
    3
    a
    8
    1
    6
  `,
    several: `
    2 or 4
    4 8
    b) 8
  `,
  },
);

table(
  'a choice in Japanese',
  { kind: 'choice', choices: ['エンジン', 'シム'], expected: ['the shim', 'シム'] },
  {
    right: `
    シム
    ｼﾑ
    シムです
    「シム」
    2
    b
    the shim
    2. シム
    2番
  `,
    wrong: `
    エンジン
    1
    a
    シェル
  `,
  },
);
