const nouns: Readonly<Record<string, string>> = {
  container: 'コンテナ',
  image: 'イメージ',
  network: 'ネットワーク',
  volume: 'ボリューム',
  process: 'プロセス',
  file: 'ファイル',
  directory: 'ディレクトリ',
  event: 'イベント',
  connection: '接続',
  call: '要求',
};

/** The kind stands before the name; one of the cluster's is written as manifests write it, with a blank between. */
export const kind = (noun: string): string => nouns[noun] ?? `${noun} `;
/** The same where no name follows. */
export const bare = (noun: string): string => nouns[noun] ?? noun;

/** Where something is: the machine, a container, or one of a Pod, which comes as `web/main`. */
export function placed(name: string): string {
  const [pod = '', container] = name.split('/');
  if (name === '' || name === 'machine') return 'マシン';
  return container === undefined ? `コンテナ\`${pod}\`` : `Pod \`${pod}\`のコンテナ\`${container}\``;
}

/** Several names that come as one text, each in a code span of its own. */
export const listed = (names: string): string =>
  names
    .split(/`?, `?/)
    .map((each) => `\`${each}\``)
    .join('、');

/** Names or values that come as `one, two`. */
export const joined = (names: string): string => names.replaceAll(', ', '、');
