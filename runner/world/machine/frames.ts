/** One piece of a container's output: `stream` is 1 for its output, 2 for its errors. */
export type Frame = { readonly stream: number; readonly bytes: Buffer };

const headerLength = 8;

/**
Takes apart the stream that the engine sends for a container without a terminal.

Feed it chunks as they come; it gives the frames that are whole by then. A frame of a log is one entry of the log.
Source: "Stream format" at ContainerAttach in the Docker Engine API reference.
*/
export function frames(): (chunk: Buffer) => readonly Frame[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole: Frame[] = [];
    let offset = 0;
    while (rest.length - offset >= headerLength) {
      const end = offset + headerLength + rest.readUInt32BE(offset + 4);
      if (end > rest.length) break;
      whole.push({ stream: rest.readUInt8(offset), bytes: rest.subarray(offset + headerLength, end) });
      offset = end;
    }
    rest = rest.subarray(offset);
    return whole;
  };
}
