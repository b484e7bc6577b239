import { createInterface } from 'node:readline';
import { z } from 'zod';

/** One line of what the engine streams while it builds, imports or pulls (Engine API, `POST /build` and `/images/create`). */
const Line = z.object({
  stream: z.string().optional(),
  status: z.string().optional(),
  id: z.string().optional(),
  error: z.string().optional(),
  aux: z.object({ ID: z.string().optional() }).optional(),
  progressDetail: z.object({ current: z.number().optional(), total: z.number().optional() }).optional(),
});

export type BuildLine = z.infer<typeof Line>;

/** The engine's own words for why a build, an import or a pull failed. */
class EngineRefusal extends Error {
  override readonly name = 'EngineRefusal';
}

/** Reads such a stream to its end, each line handed on. Returns the image's ID, where it was told. Throws an {@link EngineRefusal}. */
export async function readBuild(stream: NodeJS.ReadableStream, onLine: (line: BuildLine) => void = () => {}) {
  let id = '';
  for await (const text of createInterface({ input: stream })) {
    const line = Line.parse(JSON.parse(text));
    if (line.error !== undefined) throw new EngineRefusal(line.error);
    id = line.aux?.ID ?? (line.status?.startsWith('sha256:') ? line.status : id);
    onLine(line);
  }
  return id;
}
