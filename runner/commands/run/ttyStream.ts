import { openSync } from 'node:fs';
import { WriteStream } from 'node:tty';

/** The terminal that this process belongs to (tty(4)), wherever its output goes; undefined where it has none. */
export function ttyStream(): WriteStream | undefined {
  try {
    const stream = new WriteStream(openSync('/dev/tty', 'r+'));
    // Node does this for its own two streams alone.
    process.on('SIGWINCH', () => Reflect.apply(Reflect.get(stream, '_refreshSize'), stream, []));
    return stream;
  } catch {
    return undefined;
  }
}
