import { defineCheck, z } from '../../runner/api.ts';
import { adversaries } from './adversaries.ts';
import { type Evidence, observe } from './evidence.ts';
import { judgeFile } from './verdict.ts';

const params = z
  .strictObject({
    in: z
      .string()
      .describe(
        'Where: `machine`, or a container by its id or name, or a fact such as `${first}`. As it is seen there.',
      ),
    name: z.string().optional().describe('Its name, wherever in the container it was made.'),
    path: z.string().startsWith('/').optional().describe('Its whole path.'),
    exists: z.boolean().default(true).describe('Whether it must be there, or must not.'),
    kind: z.enum(['file', 'directory', 'symlink', 'any']).default('file').describe('What it must be.'),
    equals: z.string().optional().describe('All that must stand in it, blanks around it aside.'),
    matches: z.string().optional().describe('A regular expression that must match somewhere in it.'),
    mode: z.string().optional().describe('Its mode, as `chmod` takes it: `"644"`.'),
    owner: z.string().optional().describe('Whose it must be, by name or number.'),
    group: z.string().optional().describe('Of which group it must be, by name or number.'),
    mount: z
      .string()
      .optional()
      .describe('Where what it lies on must be mounted: `/data`; `/` for what lies on no mount.'),
  })
  .refine(({ name, path }) => (name === undefined) !== (path === undefined), 'Either `name` or `path` says which file.')
  .refine(
    (wanted) => wanted.in !== 'machine' || wanted.path !== undefined,
    'On the machine a file is named by its `path`.',
  );

export type FileParams = z.infer<typeof params>;

/** A file is there, on the machine or in a container as that sees it, or is not. */
export const file = defineCheck<FileParams, Evidence>({
  name: 'file',
  about:
    'A file is there, on the machine or in a container, or is not (`exists: false`): as it is seen there, in volumes and in memory, too. By its whole path, or by the name of one that was made in the container.',
  params,
  lasting: true,
  wakesOn: ['docker.exec', 'docker.api', 'docker.container', 'shell.command', 'terminal.quiet', 'program'],
  adversaries,
  observe,
  judge: judgeFile,
});
