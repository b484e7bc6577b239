/** Whether a name fits a shell's pattern: `*`, `?`, `[a-z]`. */
export function fits(name: string, pattern: string): boolean {
  const source = pattern.replace(/\\(.)|\[[!^]?\]?[^\]]*\]|[\s\S]/g, (part: string, escaped?: string) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    if (part.length > 2 && part.startsWith('[')) return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    return (escaped ?? part).replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
  });
  try {
    return new RegExp(`^${source}$`).test(name);
  } catch {
    return name === pattern;
  }
}
