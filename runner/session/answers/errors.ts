/** errno(3), its numbers on Linux, and what strerror(3) says of each in English and Japanese. */
const known: readonly (readonly [code: string, number: number, english: string, ...others: readonly string[]])[] = [
  ['EPERM', 1, 'Operation not permitted', '許可されていない操作です'],
  ['ENOENT', 2, 'No such file or directory', 'そのようなファイルやディレクトリはありません'],
  ['ESRCH', 3, 'No such process', 'そのようなプロセスはありません'],
  ['EACCES', 13, 'Permission denied', '許可がありません'],
  ['EEXIST', 17, 'File exists', 'ファイルが存在します'],
  ['ENOTDIR', 20, 'Not a directory', 'ディレクトリではありません'],
  ['EISDIR', 21, 'Is a directory', 'ディレクトリです'],
  ['EINVAL', 22, 'Invalid argument', '無効な引数です'],
  ['ENOSPC', 28, 'No space left on device', 'デバイスに空き領域がありません'],
  ['EROFS', 30, 'Read-only file system', '読み込み専用ファイルシステムです'],
  ['EBUSY', 16, 'Device or resource busy', 'デバイスもしくはリソースがビジー状態です'],
  ['EAGAIN', 11, 'Resource temporarily unavailable', 'リソースが一時的に利用できません'],
  ['ENOMEM', 12, 'Cannot allocate memory', 'メモリを確保できません'],
  ['ENOEXEC', 8, 'Exec format error', '実行形式エラー'],
  ['ECONNREFUSED', 111, 'Connection refused', '接続を拒否されました'],
  ['ETIMEDOUT', 110, 'Connection timed out', '接続がタイムアウトしました'],
  ['EHOSTUNREACH', 113, 'No route to host', 'ホストへの経路がありません'],
  ['ENETUNREACH', 101, 'Network is unreachable', 'ネットワークに届きません'],
  ['EADDRINUSE', 98, 'Address already in use', 'アドレスは既に使用中です'],
];

/** `errno 13`, `[Errno 13]`, `os error 13`. */
const numbered = (number: number): string => `\\[?(?:errno|os error|error number)[ :=]*${number}\\]?(?!\\d)`;

/** Each error that a text speaks of, by its code; the text with `<CODE>` in the place of each. */
export function errorsIn(text: string): { readonly codes: readonly string[]; readonly marked: string } {
  const codes: string[] = [];
  let marked = text;
  for (const [code, number, ...forms] of known) {
    for (const form of [...[code, ...forms].map((each) => each.replaceAll(' ', '[ _]?')), numbered(number)]) {
      const sign = new RegExp(`(?<![A-Za-z<])(?:${form})(?![A-Za-z>])`, 'gi');
      if (!sign.test(marked)) continue;
      codes.push(code);
      marked = marked.replace(sign, ` <${code}> `);
    }
  }
  return { codes: [...new Set(codes)], marked: marked.replace(/ +/g, ' ') };
}
