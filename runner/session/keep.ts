import type { Step } from '../lab/lab.ts';
import type { Found } from '../verdict/verdict.ts';
import { candidatesOf } from './candidates.ts';
import type { Core } from './core.ts';
import type { ProvenClaim } from './event.ts';
import { type Facts, valuesIn } from './facts.ts';
import { fill, referencesIn } from './template.ts';

type Text = Found & { readonly kind: 'text' };

/**
Keeps what the lab wants of a step that passes. What earlier steps have kept of an object that another has replaced since is read of that
one as well, so that what is said of it at the end need not speak of two.
*/
export async function keep(core: Core, step: Step): Promise<void> {
  for (const [name, template] of Object.entries(step.keep)) {
    const value = await read(core, template);
    if (value) core.emit({ type: 'fact.bound', name, value });
  }
  const { steps } = core.state();
  const hasKept = ({ id }: Step) => ['solved', 'shown'].includes(steps.find((each) => each.id === id)?.status ?? '');
  for (const earlier of core.lab().steps.filter((each) => each !== step && hasKept(each)))
    for (const [name, template] of Object.entries(earlier.keep)) await readAgain(core, name, template);
}

async function readAgain(core: Core, name: string, template: string): Promise<void> {
  const [value, ...others] = candidatesOf(core.state(), name).filter((each) => each.kind === 'text');
  const of = JSON.stringify(objectsIn(template, core.state().facts));
  // Journals from before this do not tell of what a text was read.
  if (!value?.of || [value, ...others].some((each) => JSON.stringify(each.of) === of)) return;
  const again = await read(core, template);
  if (again) core.emit({ type: 'fact.bound', name, value, alternatives: [...others, again] });
}

async function read(core: Core, template: string): Promise<Text | undefined> {
  const { facts } = core.state();
  const values = await valuesIn([template], facts, core.world);
  if (!referencesIn(template).every((each) => values.has(each.text))) return undefined;
  return { kind: 'text', text: fill(template, values), of: objectsIn(template, facts) };
}

/** The objects that a template's facts are. */
function objectsIn(template: string, facts: Facts): Readonly<Record<string, string>> {
  const ids = referencesIn(template).flatMap(({ name }) => {
    const fact = facts[name];
    if (fact?.kind === 'container') return [[name, fact.id] as const];
    return fact?.kind === 'pod' ? [[name, fact.uid] as const] : [];
  });
  return Object.fromEntries(ids);
}

/** Each claim with this run's values; without evidence where a step that gives them was skipped, or where it would speak of two objects as one. */
export function provenClaims(core: Core): readonly ProvenClaim[] {
  return core.lab().claims.map(({ text, evidence }) => {
    const values = oneOfEach(core, [...new Set(referencesIn(evidence).map(({ name }) => name))]);
    return values ? { text, evidence: fill(evidence, values), filled: Object.fromEntries(values) } : { text };
  });
}

type Chosen = { readonly values: ReadonlyMap<string, string>; readonly of: Readonly<Record<string, string>> };

/** Values for these names that speak of the same objects, what was kept first before what was read again. */
function oneOfEach(core: Core, names: readonly string[]): ReadonlyMap<string, string> | undefined {
  const start: readonly Chosen[] = [{ values: new Map(), of: {} }];
  const ways = names.reduce(
    (before, name) =>
      before.flatMap((chosen) =>
        candidatesOf(core.state(), name).flatMap((each) => (each.kind === 'text' ? also(chosen, name, each) : [])),
      ),
    start,
  );
  return ways[0]?.values;
}

function also({ values, of }: Chosen, name: string, { text, of: own = {} }: Text): readonly Chosen[] {
  const isOther = Object.entries(own).some(([fact, id]) => of[fact] !== undefined && of[fact] !== id);
  return isOther ? [] : [{ values: new Map([...values, [`\${${name}}`, text]]), of: { ...of, ...own } }];
}
