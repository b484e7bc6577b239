import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type CatalogEntry = {
  readonly id: string;
  readonly track: string;
  readonly folder: string;
  readonly file: string;
};

const folders = (path: string): readonly string[] =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path, { withFileTypes: true })
        .filter((each) => each.isDirectory())
        .map((each) => each.name)
        .sort()
    : [];

/** The labs that lie in `<labs>/<track>/<id>/lab.yaml`, by their folders' names: no file is opened. */
export const catalog = (labs: string): readonly CatalogEntry[] =>
  folders(labs).flatMap((track) =>
    folders(join(labs, track))
      .map((id) => ({ id, track, folder: join(labs, track, id), file: join(labs, track, id, 'lab.yaml') }))
      .filter(({ file }) => statSync(file, { throwIfNoEntry: false })?.isFile()),
  );

/** The lab.yaml of each lab in a folder: a track, or a folder of tracks. */
export const labsIn = (folder: string): readonly string[] => [
  ...folders(folder)
    .map((id) => join(folder, id, 'lab.yaml'))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile()),
  ...catalog(folder).map(({ file }) => file),
];

/** Names of the folders in `images/`. */
export const imageNames = (images: string): readonly string[] =>
  folders(images).filter((name) => statSync(join(images, name, 'Dockerfile'), { throwIfNoEntry: false })?.isFile());
