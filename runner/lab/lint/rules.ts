import { fixedAnswer } from './fixedAnswer.ts';
import { givenAway } from './givenAway.ts';
import { longText } from './longText.ts';
import { noMistakes } from './noMistakes.ts';
import { ownAction } from './ownAction.ts';
import { rereadAnswer } from './rereadAnswer.ts';
import type { Rule } from './rule.ts';
import { overScripts } from './script/scriptRule.ts';
import { scriptRules } from './script/scriptRules.ts';
import { staleTranslation } from './staleTranslation.ts';
import { unclearKind } from './unclearKind.ts';
import { undeclaredImage } from './undeclaredImage.ts';
import { unknownConcept } from './unknownConcept.ts';
import { unlearned } from './unlearned.ts';
import { untranslated } from './untranslated.ts';
import { unusedFact } from './unusedFact.ts';

/** Rules about labs as a whole, and about their check scripts. */
export const rules: readonly Rule[] = [
  fixedAnswer,
  givenAway,
  longText,
  noMistakes,
  ownAction,
  rereadAnswer,
  staleTranslation,
  unclearKind,
  undeclaredImage,
  unknownConcept,
  unlearned,
  untranslated,
  unusedFact,
  ...scriptRules.map(overScripts),
];
