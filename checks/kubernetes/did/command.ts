/** Whether a command line has one of the texts that it must contain. */
export const says = (line: string, contains: string | readonly string[] = []): boolean => {
  const texts = [contains].flat();
  return texts.length === 0 || texts.some((text) => hasText(line, text));
};

/** Whether a text occurs, and not as a part of a longer number. */
function hasText(line: string, text: string): boolean {
  const areOneNumber = (left = '', right = '') => /^\d\d$/.test(left + right);
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    const goesOn = areOneNumber(line[at - 1], text[0]) || areOneNumber(text.at(-1), line[at + text.length]);
    if (!goesOn) return true;
  }
  return false;
}
