// The few sentences that are needed before the program with all its words is built.
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';

const en = {
  dependencies: 'Installing dependencies',
  build: 'Building Seatrial',
  engine: 'Docker engine and images',
  later: (titles) => `then: ${titles.join(', ')}`,
  network: (host) =>
    `The package registry does not answer (${host}). Check the network or the proxy, then type the same again.`,
  disk: 'The disk is full. Make room (Seatrial needs 2 GB), then type the same again.',
  denied: 'A file cannot be written. `ls -ld . node_modules` shows whose they are; the checkout must be yours.',
  lock: 'package.json and package-lock.json do not match. `git status` shows what was changed, `npm install` makes them match.',
  noNpm: 'npm is missing. Install Node.js with npm, for instance by `apt-get install nodejs npm`.',
  other: (title) => `${title} failed. The last lines say why:`,
};

const ja = {
  dependencies: '依存パッケージをインストールしています',
  build: 'Seatrialをビルドしています',
  engine: 'Dockerエンジンとイメージ',
  later: (titles) => `このあと: ${titles.join('、')}`,
  network: (host) =>
    `パッケージレジストリに接続できません（${host}）。ネットワークかプロキシの設定を確認してから、もう一度同じコマンドを実行してください。`,
  disk: 'ディスクに空きがありません。2 GBほど空けてから、もう一度同じコマンドを実行してください。',
  denied:
    'ファイルに書き込めません。`ls -ld . node_modules`で所有者を確認してください。このディレクトリは自分の所有である必要があります。',
  lock: 'package.jsonとpackage-lock.jsonが一致していません。`git status`で変更を確認し、`npm install`でそろえてください。',
  noNpm: 'npmが見つかりません。npmを含むNode.jsをインストールしてください。例: `apt-get install nodejs npm`',
  other: (title) => `「${title}」で失敗しました。最後の出力は次のとおりです。`,
};

export const words = /^ja/i.test(locale) ? ja : en;

const causes = [
  [/ENOSPC|no space left/i, () => words.disk],
  [/EACCES|EPERM|EROFS/, () => words.denied],
  [/spawn npm ENOENT/, () => words.noNpm],
  [/EUSAGE|can only install packages when/, () => words.lock],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|CERT/,
    (found) => words.network(found),
  ],
];

/** What the last lines of a failed step mean and what to do, with the lines themselves. */
export function why(title, lines) {
  const errors = lines.filter((line) => /error|✘/i.test(line) && !/A complete log of this run/.test(line));
  // npm and esbuild both say the cause first.
  const shown = errors.length > 0 ? errors.filter((line) => !/^npm error\s*$/.test(line)).slice(0, 8) : lines.slice(-8);
  const text = shown.join('\n');
  for (const [pattern, sentence] of causes) {
    const found = text.match(pattern)?.[0];
    if (found) return `${sentence(found)}\n\n${text}\n`;
  }
  return `${words.other(title)}\n\n${text}\n`;
}
