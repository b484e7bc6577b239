import type { Message } from '../../../words/message.ts';
import type { Rule } from '../rule.ts';
import type { Script } from './script.ts';

/** What is wrong in a script, from one character to before another. */
export type Finding = {
  readonly message: Message;
  readonly pos: number;
  readonly end: number;
  readonly suggestion?: string | undefined;
  /** What can safely stand there instead. */
  readonly replacement?: string | undefined;
};

/** A way in which check scripts go wrong, with scripts that show it: the reference prints them and a test tries them. */
export type ScriptRule = {
  readonly id: string;
  readonly about: Message;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  readonly look: (script: Script) => readonly Finding[];
  /** It holds for what prepares a step as well. */
  readonly ofSetups?: true;
};

/** The same as a rule about labs. */
export const overScripts = ({ id, about, wrong, right, look, ofSetups }: ScriptRule): Rule => ({
  id,
  about,
  examples: { wrong, right },
  look: ({ scripts, setups, source }) =>
    [...scripts, ...(ofSetups ? setups : [])].flatMap((script) =>
      look(script).map(({ message, pos, end, suggestion, replacement }) =>
        source.diagnose(id, script.path, message, { characters: { from: pos, to: end }, suggestion, replacement }),
      ),
    ),
});
