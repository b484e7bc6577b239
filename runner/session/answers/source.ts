const tool = '(?:docker )?(?:ps|top|pgrep|pstree)';
const command = `["']?(?:${tool}|cat|head|readlink|ls|kubectl|docker)(?: [-/\\w.]+)*["']?`;
const shows = '(?:says?|said|shows?|showed|prints?|printed|gives?|gave)';

/** What has shown a value, which is none itself: `ps says init`, `cut off by ps`, psで見るとinit. */
const sources: readonly RegExp[] = [
  new RegExp(
    `^(?:I (?:typed|ran|used) )?${command},? (?:and (?:got|it)(?: ${shows})?|${shows}|->|→|=>)(?: that)?:? `,
    'i',
  ),
  new RegExp(
    `\\b(?:according to|by|in|from|with|using|via|on|checked with) (?:the )?(?:output of )?${tool}(?: -[-\\w]+(?: \\d+)?)*(?![\\w-])`,
    'gi',
  ),
  new RegExp(
    `(?<![\\w-])${tool}(?: -[-\\w]+(?: \\d+)?)* ?(?:によると|で見ると|で確認すると|を見ると|では|だと|の出力は)、?`,
    'gi',
  ),
];

/** A text without its source, where it says anything else. */
export function withoutSource(text: string): string {
  const rest = sources.reduce((left, each) => left.replace(each, ' '), text).trim();
  return /[A-Za-z]/.test(rest) ? rest : text;
}
