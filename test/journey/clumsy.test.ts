import { expect, test } from 'vitest';
import type { TestTerminal } from '../helpers/terminal.ts';
import { newcomer } from './newcomer.ts';

/** What the screen shows, without the line breaks that a narrow window makes. */
const text = (screen: TestTerminal) => screen.screen().replace(/[\s│]+/g, '');

test('a learner who errs at every step is told each time what is wrong, and finishes', async () => {
  await using learner = await newcomer({ LANG: 'ja_JP.UTF-8' });
  await using screen = await learner.run(['run', 'isolated-processes']);
  const type = (line: string) => screen.keys(`clear; ${line}`, 'enter');
  const says = (words: string, deadline?: number) =>
    screen.waitUntil((each) => text(each).includes(words.replace(/[\s`]+/g, '')), words, deadline);
  const inPanel = (...keys: readonly string[]) => screen.keys('switch', ...keys);

  await says('ホストを見てみる', 30_000);
  await screen.wait(/root@\S+:~# *$/m, 30_000);
  type('answer systemd');
  await says('多くのマシンではそうですが');
  inPanel('h');
  await says('プロセスの状態を表示するプログラムは、2文字の名前です。');
  screen.keys('a', '1', 'enter');
  await says('それは PID です。');
  screen.keys('init', 'enter');
  await says('1/10');

  // In the foreground first: it holds the terminal.
  type('until docker image inspect linux; do :; done &> /dev/null; docker run linux sleep 11111');
  await says('ターミナルを占有しています');
  screen.keys('ctrl-c');
  // As PID 1 `sleep` does not heed it: it is ended from a second terminal.
  await learner.aside('docker kill $(docker ps --quiet)');
  await screen.wait(/root@\S+:~# *$/m);
  type('docker run -d linux sleep 1111');
  await says('ではなく sleep 1111 です。');
  type('docker run -d linux slep 11111');
  await says('コンテナ内に slep が見つかりません');
  type('docker run -d linux sleep 11111');
  await says('2/10');

  // The language changes on the fly, and back.
  inPanel('L');
  await says('And a second one');
  screen.keys('L');
  await says('もう1つ起動する');
  screen.keys('switch');
  type('docker run -d lunix sleep 22222');
  await says('イメージ lunix はこのマシンにありません。');
  type('docker run -d linux sleep 2222');
  await says('ではなく sleep 2222 です。');
  type('docker run -d linux sleep 22222');
  await says('3/10');

  type('docker images');
  await says('表示されたのは、コンテナではなくイメージの一覧です。');
  type('docker ps');
  await says('4/10');

  // The first container is removed in the middle: another one takes its place.
  const before = learner.fact('first');
  type(`docker rm -f ${learner.fact('first_name')}`);
  await says('がなくなっています。');
  type('docker run -d --name another linux sleep 11111');
  await screen.wait(/[0-9a-f]{64}/);
  type('docker exec another ls /');
  await says('ではなく ls / です。');
  expect(learner.fact('first')).not.toBe(before);
  type(`docker exec another ps -ef; docker exec ${learner.fact('second_name')} ps -ef`);
  type('answer 0');
  await says('0 は、中から見た親プロセスの PID です。');
  type('answer 1');
  await says('5/10');

  // vim keeps its screen while the window changes.
  type('vim notes');
  await screen.wait('"notes" [New]');
  screen.keys('ihello from vim');
  await screen.wait('hello from vim');
  screen.resize({ columns: 140, rows: 36 });
  await screen.waitUntil((each) => each.rows().filter((row) => /│ *~ *$/.test(row)).length > 20, 'vim is larger');
  await screen.wait('hello from vim');
  screen.resize({ columns: 80, rows: 24 });
  await screen.wait('hello from vim');
  screen.keys('escape', ':q!', 'enter');
  await screen.wait(/root@\S+:~# *$/m);

  const second = learner.fact('second_name');
  type(`docker exec ${second} touch first-container`);
  await says(`first-container はコンテナ ${second} の中にあります。`);
  type(`docker exec ${second} rm first-container`);
  type('docker exec another mkdir first-container');
  await says('はファイルではなくディレクトリです。');
  type('docker exec another rmdir first-container');
  // The solution is asked for, and typed.
  inPanel('s', 's');
  await says('もう一度sを押すか');
  screen.keys('s');
  await says('6/10');

  type('answer 127.0.0.1');
  await says('それはループバックアドレスで');
  inPanel('k');
  await says('このステップをスキップしますか？');
  screen.keys('y');
  await says('7/10');

  type('answer 11111');
  await says('それはスリープする秒数です。');
  type("answer $(pgrep -xf 'sleep 11111')");
  await says('8/10');
  type('answer containerd');
  await says('起動を指示したのは containerd です。');
  type('answer containerd-shim-runc-v2');
  await says('では、そのプロセスの親は？');
  type('answer dockerd');
  await says('エンジンは祖先に含まれません。');
  type('answer init');
  await says('9/10');

  type(`docker rm another ${second}`);
  await says('エンジンが削除を拒否しました。');
  type(`docker stop -t 0 another ${second}`);
  await says('停止しましたが、まだ残っています。');
  type(`docker rm another ${second}`);
  await says('まとめ');

  screen.resize({ columns: 100, rows: 80 });
  await says('ラボを離れるときに、マシンを残すか削除するかを選べます。');
  const told = text(screen);
  expect(told).toContain('10ステップ中8ステップを自力で完了、1ステップは解答例を見て完了、1ステップはスキップ');
  expect(told).toMatch(/ホストを見てみるやり直し2回·ヒント1個/);
  expect(told).toMatch(/2つのアドレススキップ·やり直し1回/);
  expect(told).toMatch(/2つのファイルシステム解答例を表示·やり直し\d回/);
  expect(told).toMatch(/↷コンテナには、それぞれ別のIPアドレスが割り当てられます。/);
  expect(told).toMatch(/✔コンテナのファイルシステムは、互いに影響しません。/);
  screen.keys('q');
  await says('ラボを離れますか？');
  screen.keys('r', 'enter');
  expect(await screen.exit).toEqual({ exitCode: 0, signal: 0 });
});
