import type { Step } from '../lab/lab.ts';
import { valuesIn } from '../session/facts.ts';
import { fill } from '../session/template.ts';
import type { Harness } from '../typist/harness.ts';
import { isVerbatim, type Language } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { Finding } from './event.ts';

/**
Puts what an English session found into another language. What a lab says to a near answer has no message id:
it is found by its place in the same step of the translated lab.
*/
export async function inLanguage(
  { machine, watched }: Harness,
  english: Step,
  translated: Step,
  language: Language,
): Promise<(finding: Finding) => string> {
  const said = english.questions.flatMap((question, index) =>
    question.near.map((near, place) => {
      const other = translated.questions[index]?.near[place]?.say ?? near.say;
      return { from: near.say, to: other };
    }),
  );
  const texts = said.flatMap(({ from, to }) => [from, to]);
  const values = await valuesIn(texts, watched().session.state().facts, machine.world);
  const known = new Map(said.map(({ from, to }) => [fill(from, values), fill(to, values)]));
  return ({ because }) => {
    const text = say(language, because);
    return isVerbatim(because) ? (known.get(text) ?? text) : text;
  };
}
