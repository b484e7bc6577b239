import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const nodeImages = z.object({
  /** Id of the node's container. */
  node: z.string(),
  names: z.array(z.string()),
});

/** Images that were brought onto a node, by the names that were new there. */
export type NodeImages = z.infer<typeof nodeImages>;

const place = z.object({
  session: z.string(),
  lab: z.string(),
  /** The context by which it was made. */
  context: z.string(),
  server: z.string(),
  identity: z.string(),
  namespace: z.string(),
  /** ms since 1970 */
  madeAt: z.number(),
  images: z.array(nodeImages),
  /** Its removal has begun. */
  leaving: z.boolean(),
});

/** A session's place in a cluster that is not of Seatrial's making. */
export type PlaceRecord = z.infer<typeof place>;

/** What Seatrial has made in clusters of others: written before it is made, so that a crash leaves nothing that nobody knows of. */
export type Ledger = {
  list(): readonly PlaceRecord[];
  /** The place that a session has now. */
  find(session: string): PlaceRecord | undefined;
  /** Path of what is written of a place. */
  pathOf(place: Pick<PlaceRecord, 'namespace'>): string;
  /** Writes a place, over what was known of it. */
  write(place: PlaceRecord): void;
  drop(place: Pick<PlaceRecord, 'namespace'>): void;
};

/** The ledger in a folder, a file for each namespace. A file that cannot be read is passed over. */
export function ledgerIn(folder: string): Ledger {
  const fileOf = (namespace: string) => join(folder, `${namespace}.json`);
  const list = () => files(folder).flatMap((file) => read(join(folder, file)) ?? []);
  return {
    list,
    find: (session) =>
      list()
        .filter((each) => each.session === session)
        .toSorted((one, other) => other.madeAt - one.madeAt)[0],
    pathOf: ({ namespace }) => fileOf(namespace),
    write: (made) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(made.namespace), `${JSON.stringify(made)}\n`);
    },
    drop: ({ namespace }) => rmSync(fileOf(namespace), { force: true }),
  };
}

function files(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): PlaceRecord | undefined {
  try {
    return place.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
