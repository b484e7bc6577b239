import { message } from '../../words/message.ts';
import { bindings, uses } from '../facts.ts';
import { referencesIn } from '../template.ts';
import type { Rule } from './rule.ts';

/** A fact that nothing refers to. Check scripts see facts as variables: `$first`, `${first}`. */
export const unusedFact: Rule = {
  id: 'unused-fact',
  about: message('lint.unused-fact.about'),
  look: ({ lab, source, loose }) => {
    const used = new Set(uses(loose).flatMap(({ text }) => referencesIn(text).references.map(({ root }) => root)));
    const scripts = lab.steps.flatMap(({ setup, checks }) => [
      ...checks.flatMap((use) => (use.kind === 'script' ? [use.run, use.lib ?? ''] : [])),
      ...(setup ? [setup.run] : []),
    ]);
    const read = (name: string) => scripts.some((script) => new RegExp(`\\$\\{?${name}`).test(script));

    return bindings(loose)
      .filter(({ name }) => !used.has(name) && !read(name))
      .map(({ name, path }) =>
        source.diagnose('unused-fact', path, message('lint.unused-fact', { name }), {
          part: path.at(-2) === 'keep' ? 'key' : 'value',
        }),
      );
  },
};
