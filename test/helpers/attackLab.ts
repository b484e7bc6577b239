import { type Adversary, defineCheck, type Found, message, passed, pending, z } from '../../runner/api.ts';
import type { Lab, LabIn } from '../../runner/lab/lab.ts';
import type { Topic } from '../../runner/world/wake.ts';

const params = z.strictObject({ path: z.string(), beside: z.string().optional() });

type Given = z.infer<typeof params>;

/** What a look that has seen the file leaves, where putting the machine back does not look. */
export const seen = '/run/seen';

/** A check of a file on the machine, with the adversaries that a test wants it to have. `as` binds its path. */
export const fileCheck = (
  adversaries: (params: Given) => readonly Adversary[],
  more: { readonly lasting?: boolean; readonly takesAway?: boolean; readonly wakesOn?: readonly Topic[] } = {},
) =>
  defineCheck<Given, { readonly there: boolean }>({
    name: 'test/file',
    about: 'A file is there.',
    params,
    wakesOn: ['shell.command'],
    ...more,
    adversaries,
    observe: async ({ shell }, { path }) => ({
      there: (await shell.script(`test -e ${path} && touch ${seen}`, {}, 5_000)).exitCode === 0,
    }),
    judge({ there }, { path }) {
      const found: Found = { kind: 'text', text: path };
      return there
        ? passed(message('file.there', { name: 'the machine', path }), { found })
        : pending(message('file.none', { name: 'the machine', file: path }));
    },
  });

/**
A check of a volume on the machine's engine. `test/asks` wants it to be there, and asks the engine; `test/blames` wants it gone, and takes a
client that cannot ask for the volume's absence.
*/
export const engineCheck = (name: 'test/asks' | 'test/blames') =>
  defineCheck<Record<string, never>, { readonly right: boolean }>({
    name,
    about: 'A volume is there, or gone.',
    params: z.strictObject({}),
    wakesOn: ['docker.volume', 'shell.command'],
    async observe({ docker, shell }) {
      if (name === 'test/asks') return { right: (await docker.stock()).volumes.includes('made-here') };
      const { exitCode } = await shell.script('docker volume inspect made-here', {}, 5_000);
      return { right: exitCode !== 0 };
    },
    judge: ({ right }) => (right ? passed(message('script.passed')) : pending(message('script.pending'))),
  });

const position = { file: '/labs/attacked/lab.yaml', line: 1, column: 1 };

/** A step that asks for files, the first of which its solution makes as it should. */
export const fileStep = (id: string, ...uses: readonly (Given & { readonly as?: string })[]): Lab['steps'][number] => ({
  ...{ id, title: `Make ${id}`, text: '', passes: 'once' },
  checks: uses.map(({ as, ...given }) => ({
    kind: 'check',
    check: 'test/file',
    params: given,
    ...(as && { as }),
    position,
  })),
  ...{ questions: [], hints: [], learned: '', look: '', teaches: [], variants: [], mistakes: [], keep: {}, position },
  solution: uses.map(({ path }) => `touch ${path}`).join('\n'),
});

/** A lab of such steps, for proofs alone. */
export function attackedLab(id: string, ...steps: Lab['steps']): LabIn {
  const lab: Lab = {
    ...{
      id,
      track: 'docker',
      title: id,
      summary: '',
      minutes: 1,
      needs: { docker: {} },
      images: [],
      steps,
      claims: [],
      languages: ['en', 'ja'],
    },
    ...{ language: 'en', file: position.file, digest: '' },
  };
  return { en: lab, ja: lab };
}
