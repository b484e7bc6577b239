import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract, pack } from 'tar-stream';
import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { readBuild } from './readBuild.ts';

/** What an archive of one image says of it, as far as it is needed here (image/spec/v1.2.md of moby, "Combined Image JSON"). */
const Manifest = z.tuple([z.looseObject({ Config: z.string(), Layers: z.array(z.string()) })]);
const Config = z.looseObject({
  history: z.array(z.looseObject({ created_by: z.string().optional(), empty_layer: z.boolean().optional() })),
});

/** A step that does nothing but say whose an image is. */
const isOurs = (step: z.infer<typeof Config>['history'][number]): boolean =>
  step.empty_layer === true && /\bLABEL "?seatrial\./.test(step.created_by ?? '');

/**
Takes our labels out of an image's history, which learners read; what it is labelled with stays. Returns the ID of the new image, which has
no name. The engine itself can only add to a history, so the image goes out and comes in again, with its layers as they are.
*/
export async function unmarked({ docker }: Engine, id: string): Promise<string> {
  const files = extract();
  const kept = new Map<string, Buffer>();
  const links = new Map<string, string>();
  const archive = await docker.getImage(id).get();
  archive.on('error', (error: Error) => files.destroy(error)).pipe(files);
  for await (const entry of files) {
    const { name, type, linkname } = entry.header;
    if (type === 'file') kept.set(name, await buffer(entry));
    else if (type === 'symlink' && linkname) links.set(name, new URL(linkname, `file:///${name}`).pathname.slice(1));
    entry.resume();
  }
  const contentOf = (name: string): Buffer => {
    const content = kept.get(links.get(name) ?? name);
    if (!content) throw new Error(`The archive of the image ${id} lacks ${name}.`);
    return content;
  };

  const [manifest] = Manifest.parse(JSON.parse(contentOf('manifest.json').toString()));
  const {
    container: _,
    container_config: __,
    ...config
  } = Config.parse(JSON.parse(contentOf(manifest.Config).toString()));
  const history = config.history.filter((step) => !isOurs(step));
  const layers = manifest.Layers.map((name, index) => ({ name: `${index}.tar`, content: contentOf(name) }));
  const tar = pack();
  tar.entry({ name: 'config.json' }, JSON.stringify({ ...config, history }));
  tar.entry(
    { name: 'manifest.json' },
    JSON.stringify([{ Config: 'config.json', RepoTags: null, Layers: layers.map(({ name }) => name) }]),
  );
  for (const { name, content } of layers) tar.entry({ name }, content);
  tar.finalize();
  const loaded: string[] = [];
  await readBuild(await docker.loadImage(Readable.from(tar), { quiet: true }), ({ stream = '' }) => {
    loaded.push(...(/Loaded image ID: (sha256:[0-9a-f]{64})/.exec(stream)?.slice(1) ?? []));
  });
  const [made] = loaded;
  if (made === undefined) throw new Error(`The engine has not loaded the image ${id} again.`);
  return made;
}
