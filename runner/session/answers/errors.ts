/** errno(3), and what strerror(3) says of each in English and Japanese. */
const known: readonly (readonly [code: string, english: string, ...others: readonly string[]])[] = [
  ['EPERM', 'Operation not permitted', '許可されていない操作です'],
  ['ENOENT', 'No such file or directory', 'そのようなファイルやディレクトリはありません'],
  ['ESRCH', 'No such process', 'そのようなプロセスはありません'],
  ['EACCES', 'Permission denied', '許可がありません'],
  ['EEXIST', 'File exists', 'ファイルが存在します'],
  ['ENOTDIR', 'Not a directory', 'ディレクトリではありません'],
  ['EISDIR', 'Is a directory', 'ディレクトリです'],
  ['EINVAL', 'Invalid argument', '無効な引数です'],
  ['ENOSPC', 'No space left on device', 'デバイスに空き領域がありません'],
  ['EROFS', 'Read-only file system', '読み込み専用ファイルシステムです'],
  ['EBUSY', 'Device or resource busy', 'デバイスもしくはリソースがビジー状態です'],
  ['EAGAIN', 'Resource temporarily unavailable', 'リソースが一時的に利用できません'],
  ['ENOMEM', 'Cannot allocate memory', 'メモリを確保できません'],
  ['ENOEXEC', 'Exec format error', '実行形式エラー'],
  ['ECONNREFUSED', 'Connection refused', '接続を拒否されました'],
  ['ETIMEDOUT', 'Connection timed out', '接続がタイムアウトしました'],
  ['EHOSTUNREACH', 'No route to host', 'ホストへの経路がありません'],
  ['ENETUNREACH', 'Network is unreachable', 'ネットワークに届きません'],
  ['EADDRINUSE', 'Address already in use', 'アドレスは既に使用中です'],
];

/** Each error that a text speaks of, by its code, and what is left of the text without them. */
export function errorsIn(text: string): { readonly codes: readonly string[]; readonly rest: string } {
  const codes: string[] = [];
  let rest = text;
  for (const [code, ...forms] of known) {
    for (const form of [code, ...forms]) {
      const sign = new RegExp(`(?<![A-Za-z])${form.replaceAll(' ', '[ _]?')}(?![A-Za-z])`, 'gi');
      if (!sign.test(rest)) continue;
      codes.push(code);
      rest = rest.replace(sign, ' ');
    }
  }
  return { codes: [...new Set(codes)], rest };
}
