import { checks } from '../../checks/index.ts';
import { contextOf, type ExistingContext } from '../infra/cluster/existing/context.ts';
import { ForeignError } from '../infra/cluster/existing/ForeignError.ts';
import { readKubeconfig } from '../infra/cluster/existing/readKubeconfig.ts';
import { type Survey, survey } from '../infra/cluster/existing/survey.ts';
import type { Lab } from '../lab/lab.ts';
import type { Sight } from '../verdict/defineCheck.ts';
import { type Message, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { agreements } from './agreements.ts';
import type { CommandContext } from './context.ts';
import { didYouMean } from './didYouMean.ts';
import { shortfalls } from './existing/shortfalls.ts';
import { UsageError } from './fail.ts';
import { isSure } from './isSure.ts';
import { presentEngine } from './setup/presentEngine.ts';
import { wrapped } from './wrapped.ts';

type Asked = {
  /** As `--context` names it. */
  readonly name: string;
  /** `--trust-cluster` */
  readonly trust: boolean;
  readonly labs: readonly Lab[];
};

/**
The context that labs are to be opened on: one that has all they need, lets Seatrial do what it takes, and that the learner has
agreed to. Nothing is made there before. Undefined where they say no; rejects with `UsageError` or `WorldError`, which say why not.
*/
export async function existingCluster(context: CommandContext, asked: Asked): Promise<ExistingContext | undefined> {
  const { name, trust, labs } = asked;
  const wanting = labs.filter(({ needs }) => needs.kubernetes !== undefined);
  const [first] = wanting;
  if (!first) throw new UsageError(message('existing.needless', { context: name }));
  const lacking = wanting.flatMap((lab) => lackingOf(lab, name));
  const [headline, ...details] = lacking;
  if (headline) throw new UsageError(headline, ...details, message('existing.lacking-next', { lab: first.id }));

  const chosen = await contextNamed(context, name);
  const engine = await presentEngine(context.env, context.language);
  const found = await survey(chosen, engine?.docker);
  const { user, missing } = found;
  if (missing.length > 0) {
    const lines = missing.map((each) => `  ${each}`).join('\n');
    throw new ForeignError(message('existing.rights', { user, context: name, missing: lines }));
  }
  return (await agreed(context, chosen, { found, trust, labs: wanting })) ? chosen : undefined;
}

function lackingOf({ id, needs, steps }: Lab, context: string): readonly Message[] {
  const sights = steps.flatMap(({ id: step, checks: uses }) =>
    uses.flatMap((use) => (use.kind === 'check' ? [{ step, sees: seenBy(use.check, use.params) }] : [])),
  );
  const found = shortfalls({ needs: needs.kubernetes ?? {}, sights });
  return found.length > 0 ? [message('existing.lacking', { lab: id, context }), ...found] : [];
}

function seenBy(name: string, params: Readonly<Record<string, unknown>>): readonly Sight[] {
  const sees = checks.find((check) => check.name === name)?.sees ?? [];
  return typeof sees === 'function' ? sees(params) : sees;
}

async function contextNamed({ env }: CommandContext, name: string): Promise<ExistingContext> {
  const merged = await readKubeconfig(env);
  const found = contextOf(merged, name);
  if (found) return found;
  const names = [...merged.contexts.keys()];
  throw new UsageError(
    message('existing.unknown-context', { context: name, files: merged.files.join(', ') }),
    ...didYouMean(name, names),
    names.length > 0 ? message('existing.contexts', { names: names.join(', ') }) : message('existing.no-contexts'),
  );
}

type Asking = { readonly found: Survey; readonly trust: boolean; readonly labs: readonly Lab[] };

/** Shows what the cluster is and what is made there, and asks once for each server and who signs its certificate. */
async function agreed(context: CommandContext, chosen: ExistingContext, asking: Asking): Promise<boolean> {
  const { language, stdin, stdout, stderr } = context;
  const { name, server, identity } = chosen;
  const known = agreements('trusted-clusters', context);
  if (known.has(identity)) return true;
  const interactive = Boolean(stdin.isTTY && stdout.isTTY);
  if (!asking.trust && !interactive) {
    throw new UsageError(message('existing.needed', { context: name, server }), message('existing.how'));
  }
  const shown = about(chosen, asking)
    .map((each) => say(language, each))
    .join('\n');
  if (interactive) stdout.write(`${wrapped(shown, stdout)}\n`);
  else stderr.write(`${shown}\n`);
  if (!asking.trust && !(await isSure(context, message('existing.ask'), false))) return false;
  known.add([{ key: identity, what: server }]);
  return true;
}

function about({ name, server }: ExistingContext, { found, labs }: Asking): readonly Message[] {
  const { user, kind } = found;
  const images = [...new Set(labs.flatMap((lab) => lab.images))];
  const nodes = kind?.map((each) => each.name).join(', ') ?? '';
  return [
    message('existing.about', { context: name, server, user }),
    kind ? message('existing.about-kind', { cluster: kind[0]?.cluster ?? '', nodes }) : message('existing.about-other'),
    message('existing.makes'),
    ...(images.length === 0
      ? []
      : [kind ? message('existing.makes-images') : message('existing.pulls', { images: images.join(', ') })]),
    message('existing.leaves'),
  ];
}
