import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folder.ts';

/** A lab of files on the machine alone: no image has to be loaded, no container started. */
export const smallLab = (id: string): string => `format: 1
id: ${id}
title: Two files and a number
minutes: 1
needs: { docker: {} }
images: []

steps:
  - id: one
    title: Make a file
    text: Make the file \`/root/one\`.
    checks:
      - run: test -e /root/one || because "There is no file /root/one."
    hints: ["\`touch\` makes files."]
    solution: touch /root/one
    variants:
      - echo > /root/one
    mistakes:
      - run: touch /root/two
        expect: There is no file /root/one
        undo: rm /root/two

  - id: two
    title: Make another
    text: Make the file \`/root/two\`.
    checks:
      - run: test -e /root/two || because "There is no file /root/two."
    solution: touch /root/two
    mistakes:
      - run: touch /root/three
        expect: There is no file /root/two
        undo: rm /root/three

  - id: count
    title: Count them
    text: Two files are there now.
    ask: How many files have you made?
    answer: "2"
    near: { "1": There are more. }
    solution: "true"
    mistakes:
      - answer: "1"
        expect: There are more
`;

const japanese = `title: 2つのファイルと1つの数
steps:
  one:
    title: ファイルを作る
    text: ファイル\`/root/one\`を作ってください。
    hints: ["\`touch\`でファイルを作れます。"]
  two: { title: もう1つ作る, text: ファイル\`/root/two\`を作ってください。 }
  count:
    title: 数える
    text: ファイルが2つできました。
    ask: ファイルをいくつ作りましたか？
    near: { "1": もっとあります。 }
`;

/** That lab in a folder of its own, changed by what a test wants to find. `await using` removes it. */
export async function ownLab(name: string, change: (text: string) => string = (text) => text) {
  const folder = await temporaryFolder();
  const id = `${name}-${process.pid}`;
  const path = join(folder.path, id);
  const file = join(path, 'lab.yaml');
  mkdirSync(path);
  const write = (edit: (text: string) => string) => writeFileSync(file, edit(smallLab(id)));
  write(change);
  writeFileSync(join(path, 'lab.ja.yaml'), japanese);
  return { id, path, file, folder: folder.path, write, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}
