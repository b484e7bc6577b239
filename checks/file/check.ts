import { message, shown, z } from '../../runner/api.ts';
import { stateCheck } from '../kit/check.ts';
import { absent, equal } from '../kit/expectation.ts';
import { engineOf, place, places, sightOf, wakes } from '../kit/place.ts';
import { expectationsOf, where } from '../kit/where.ts';
import { adversaries } from './adversaries.ts';
import { asKept, contentOf, ofKind, unlike } from './said.ts';
import { files } from './source.ts';

const params = z
  .strictObject({
    in: place.describe(`Where: ${places}. As it is seen there.`),
    name: z.string().optional().describe('Its name, wherever in the container it was made.'),
    path: z.string().startsWith('/').optional().describe('Its whole path.'),
    exists: z.boolean().default(true).describe('Whether it must be there, or must not, such as it is described.'),
    kind: z
      .enum(['file', 'directory', 'symlink', 'any'])
      .optional()
      .describe('What it must be: a `file` unless given; `any` for what must not be there.'),
    where: where.describe(
      'Values that it must have: `mode: "644"`, `owner: root` and `group` by name or number, `size: { atMost: 0 }`, `target` of a link, `mount: /data` where what it lies on is mounted (`/` for what lies on no mount), `content: hello` for all that stands in it, blanks around it aside, `content: { matches: ^a }`. Operators as with `docker/object`.',
    ),
    find: z
      .string()
      .optional()
      .describe(
        'A regular expression that must match somewhere in it. With `as`, its first group is what later steps know by that name.',
      ),
    process: z
      .string()
      .optional()
      .describe('As a process of that place sees it whose command line begins like this; its first one unless given.'),
  })
  .refine(({ name, path }) => (name === undefined) !== (path === undefined), 'Either `name` or `path` says which file.')
  .refine(
    ({ in: place, name }) => name === undefined || engineOf(place)[0] === 'docker',
    'Only in a container of the engine a file is known by its `name`; elsewhere by its `path`.',
  );

export type FileParams = z.infer<typeof params>;

/** A file is there, on the machine, in a container or in a Pod, as it is seen there, or is not. */
export const file = stateCheck<FileParams>({
  name: 'file',
  about:
    'A file is there, on the machine, in a container or in a Pod, or is not (`exists: false`): as it is seen there, in volumes and in memory, too. By its whole path, or by the name of one that was made in the container. With `as`, later steps know its path, or what was found in it.',
  params,
  settles: false,
  wakesOn: [...wakes, 'docker.api', 'program'],
  asks: (written) => engineOf(written.in),
  sees: (written) => sightOf(written.in),
  adversaries,
  binds: 'text',
  from: files,
  count: ({ exists }) => (exists ? undefined : 0),
  expect: ({ exists, kind = exists ? 'file' : 'any', where: { content, ...where }, find }) => [
    ...equal('kind', kind === 'any' ? undefined : kind, { rank: 'identity', say: ofKind }),
    ...expectationsOf(asKept(where)),
    ...contentOf(content),
    ...absent('find', find === undefined ? undefined : false, { say: unlike(find ?? '') }),
  ],
  right: ({ is }) => message('file.there', { name: shown(is.where), path: shown(is.path) }),
  none: ({ name, path, exists }, about) =>
    message(exists ? 'file.none' : 'file.absent', { name: about, file: name ?? path ?? '' }),
  miscounted: ([file]) => ({
    because: message('file.should-not', { name: shown(file?.is.where), path: shown(file?.is.path) }),
  }),
  found: ({ is }, { find }) => ({ kind: 'text', text: shown(find === undefined ? is.path : is.find) }),
});
