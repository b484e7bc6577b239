import { join } from 'node:path';
import type { Engine, Env } from '../../infra/engine/engine.ts';
import { type Finding, findEngine, type SilentEngine } from '../../infra/engine/findEngine.ts';
import { imageStore } from '../../infra/images/store.ts';
import { SetupError } from '../../infra/SetupError.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { reportTo } from '../progress/reportTo.ts';

export type PrepareOptions = {
  /** Names of folders in `images/`; `all` of them, and what makes clusters. */
  readonly images: readonly string[] | 'all';
  readonly language: Language;
  readonly env: Env;
  readonly stdin: NodeJS.ReadStream;
  readonly stderr: NodeJS.WriteStream;
  /** The checkout's folder. */
  readonly root: string;
  /** Whether clusters are to be made. */
  readonly kubernetes?: boolean;
};

export type Prepared = {
  readonly engine: Engine;
  readonly images: ReadonlyMap<string, string>;
  /** Where clusters are to be made: the program's path, and the node image as the engine names it. */
  readonly kind?: { readonly kind: string; readonly image: string };
};

/** The engine that was found, or a {@link SetupError} that says where it was looked for. */
export function engineOrThrow(finding: Finding, language: Language): Engine {
  if (finding.status === 'found') return finding.engine;
  const words = ({ host, why }: SilentEngine) => message('setup.doctor-tried', { host, why: say(language, why) });
  if (finding.status === 'named-silent') {
    const { host, why, reason } = finding.tried;
    if (reason === 'ssh') {
      throw new SetupError(message('setup.engine-ssh', { host, to: host.slice('ssh://'.length) }));
    }
    throw new SetupError(message('setup.engine-named-silent', { host, why: say(language, why) }));
  }
  const tried = finding.tried.map((each) => say(language, words(each))).join('\n');
  throw new SetupError(message('setup.doctor-engine-none', { tried }));
}

/**
Makes the engine and these images ready, whatever it takes, and shows on `stderr` what it does; nothing where all is there.
Returns the engine and how to name each image to it. Throws a {@link SetupError}.
*/
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { env, language, stdin, stderr, root } = options;
  const report = reportTo(stderr, env, language);
  const finding = await findEngine(env);
  const engine =
    finding.status !== 'missing'
      ? engineOrThrow(finding, language)
      : await (await import('./installEngine.ts')).installEngine({
          tried: finding.tried,
          interactive: Boolean(stdin.isTTY && stderr.isTTY),
          ...{ language, env, stdin, stderr, report },
        });
  const folder = join(root, 'images');
  const store = imageStore(engine, { folder, env });
  const kubernetes = options.kubernetes || options.images === 'all';
  const names = options.images === 'all' ? await store.names() : options.images;
  const images = await store.ensure(kubernetes ? [...new Set([...names, 'node'])] : names, report);
  const image = images.get('node');
  if (!kubernetes || !image) return { engine, images };
  const { kindProgram } = await import('../../infra/kind/kindProgram.ts');
  return { engine, images, kind: { kind: await kindProgram({ engine, env, report, images: folder }), image } };
}
