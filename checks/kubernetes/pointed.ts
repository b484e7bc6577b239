/** Options that point a client to another cluster, or have it speak to it in another way, for one line. */
const option = /(?:^|\s)((?:--(?:context|cluster|kubeconfig|server|user)|-s)(?:=|\s+)\S+|KUBECONFIG=\S+)/;

/** What points it elsewhere from then on. */
const lasting =
  /(?:^|[;&|]\s*)(kubectl\s+config\s+(?:use-context|use|set|set-cluster|set-context|unset|delete-context|delete-cluster)\b[^;&|]*|export\s+KUBECONFIG=\S+)/g;

/** What of these lines, the last of which was in vain, may have pointed it to another cluster; undefined where nothing has. */
export function pointedElsewhere(lines: readonly string[]): string | undefined {
  const [, own] = option.exec(lines.at(-1) ?? '') ?? [];
  return own ?? lines.flatMap((line) => [...line.matchAll(lasting)].map(([, what = '']) => what.trim())).at(-1);
}
