import type { CheckUse, Lab } from '../lab/lab.ts';
import { scriptFields } from '../lab/scriptEntry.ts';
import type { ScriptEngine } from '../verdict/script.ts';
import type { Found } from '../verdict/verdict.ts';
import type { Language } from '../words/message.ts';
import type { World } from '../world/world.ts';
import { type Facts, valuesIn } from './facts.ts';

type Scene = { readonly facts: Facts; readonly world: World; readonly language?: Language };

/** What must answer for a check script to tell anything: all that its lab runs on, unless it looks at the machine alone. */
export function enginesOf(use: CheckUse, { docker, kubernetes }: Lab['needs']): readonly ScriptEngine[] {
  if (use.kind === 'script' && use.sees?.includes('host')) return [];
  return [
    ...(docker !== undefined || kubernetes === undefined ? (['docker'] as const) : []),
    ...(kubernetes !== undefined ? (['kubernetes'] as const) : []),
  ];
}

/** What a check script sees: facts as `first`, `first_name`, `first_pid` …, and the learner's language. */
export async function environment(
  { facts, world, language }: Scene,
  engines: readonly ScriptEngine[],
): Promise<Record<string, string>> {
  const known = engines.length > 0 ? await live(facts, world) : still(facts, world);
  // Programs keep to UTF-8: the machine has no other locale, and LANG alone is for the script to read.
  const locale = { LANG: language === 'ja' ? 'ja_JP.UTF-8' : 'en_US.UTF-8', LC_ALL: 'C.UTF-8' };
  return { ...known, ...locale };
}

const fieldsOf = ({ kind }: Found): readonly string[] => (kind === 'text' ? [] : scriptFields[kind]);

async function live(facts: Facts, world: World): Promise<Record<string, string>> {
  const names = Object.entries(facts).flatMap(([name, fact]) =>
    ['', ...fieldsOf(fact).map((field) => `.${field}`)].map((part) => `\${${name}${part}}`),
  );
  const values = await valuesIn(names, facts, world);
  return Object.fromEntries([...values].map(([text, value]) => [text.slice(2, -1).replace('.', '_'), value]));
}

/** What is known of facts without asking anybody: what they are called never changes. */
const still = (facts: Facts, world: World): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) =>
      Object.entries(stillOf(fact, world)).flatMap(([field, value]) =>
        value === undefined ? [] : [[field === '' ? name : `${name}_${field}`, value] as const],
      ),
    ),
  );

function stillOf(fact: Found, { docker, kubernetes }: World): Readonly<Record<string, string | undefined>> {
  switch (fact.kind) {
    case 'container':
      return { '': fact.id, id: fact.id, name: docker.remembered(fact.id)?.name };
    case 'pod':
      return { '': fact.uid, uid: fact.uid, name: fact.name, namespace: kubernetes.namespace };
    case 'object':
      return { '': fact.name, id: fact.id, name: fact.name };
    case 'text':
      return { '': fact.text };
  }
}
