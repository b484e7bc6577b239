import { givenAway } from './givenAway.ts';
import { longText } from './longText.ts';
import { noMistakes } from './noMistakes.ts';
import type { Rule } from './rule.ts';
import { staleTranslation } from './staleTranslation.ts';
import { undeclaredImage } from './undeclaredImage.ts';
import { untranslated } from './untranslated.ts';
import { unusedFact } from './unusedFact.ts';
import { vacuousScript } from './vacuousScript.ts';

/** Every rule. The only list of them. */
export const rules: readonly Rule[] = [
  givenAway,
  longText,
  noMistakes,
  staleTranslation,
  undeclaredImage,
  untranslated,
  unusedFact,
  vacuousScript,
];
