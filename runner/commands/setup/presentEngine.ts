import type { Engine, Env } from '../../infra/engine/engine.ts';
import { findEngine } from '../../infra/engine/findEngine.ts';
import { SetupError } from '../../infra/SetupError.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';

/** The learner's engine; undefined where none runs. Throws a {@link SetupError} where the one that is named is silent. */
export async function presentEngine(env: Env, language: Language): Promise<Engine | undefined> {
  const finding = await findEngine(env);
  if (finding.status === 'found') return finding.engine;
  if (finding.status === 'missing') return undefined;
  const { host, why } = finding.tried;
  throw new SetupError(message('setup.engine-named-silent', { host, why: say(language, why) }));
}
