/** How many events an engine knows of, to tell them again: `eventsLimit` in moby's daemon/events. */
const known = 256;

/**
Tells the lines that are heard for the first time. Asked for events since a time, an engine says again what is of that very time,
and says twice what happens while it is being asked.
*/
export function firstTimes(): (line: string) => boolean {
  const heard = new Set<string>();
  return (line) => {
    if (heard.has(line)) return false;
    const [oldest] = heard;
    if (heard.size >= known && oldest !== undefined) heard.delete(oldest);
    heard.add(line);
    return true;
  };
}
