const yes =
  /^(?:yes|yeah|yep|yup|y|aye|true|sure(?:ly)?|of course|indeed|certainly|definitely|absolutely|correct|right|affirmative|ok|okay|i (?:think|believe|guess) so)(?![\w'])/i;
const no =
  /^(?:(?:no|nope|nah|n|false|never|negative|i (?:do not|don't) (?:think|believe) so|i (?:think|believe|guess) not|not (?:at all|any ?more|any longer))(?![\w'])|(?:of course|sure(?:ly)?|indeed|certainly|definitely|absolutely) not\b)/i;

const subject = '(?:(?:it|they|he|she|that|this|sighup|the \\w+|master|nginx) )?(?:still |really |always )?';
const verbs = 'does|do|did|can|is|will|reaches|reached|gets|got|arrives|arrived|works|worked|has|had|was';
const does = new RegExp(`^${subject}(?:${verbs})(?: (?!not\\b|no\\b|never\\b)\\w+){0,4}[.!]*$`, 'i');
export const doesAlone = new RegExp(`^${subject}(?:does|do|did|can|will)(?: so| indeed)?[.!]*$`, 'i');

const negation =
  "(?:(?:does|do|did|can|could|is|was|will|would|has|had)(?:n't| ?not)|can't|won't|never|no longer(?: does| is| can)?)";
/** What is asked for, and not what goes with it: `it does not need a capability` denies no reaching. */
const happens = '(?:so|it|reach(?:es|ed)?|get (?:it|there|through)|arrived?|work(?:s|ed)?|happen(?:s|ed)?|succeed)';
const doesNot = new RegExp(`^${subject}${negation}(?: ${happens}(?: (?:it|the \\w+))?)?[.!]*$`, 'i');
const denied = new RegExp(`^${subject}${negation}(?: (?:still|really|even))?(?: ${happens}\\b.*)?[.!]*$`, 'i');

/** A question may ask just for that: whether it is good or bad news, its words alone do not tell. */
const adverse =
  /\b(?:block|den[iy]|refus|ignor|reject|forb|prevent|prohibit|fail|lost|lose|nothing|nobody|unable|impossible|only|wrong|stopp)/i;

/** What one clause says; undefined where it says neither. */
export function englishWord(text: string): 'yes' | 'no' | undefined {
  if (no.test(text)) return 'no';
  if (yes.test(text)) return 'yes';
  if (doesNot.test(text)) return 'no';
  return does.test(text) && !adverse.test(text) ? 'yes' : undefined;
}

/** Whether a clause behind a yes takes it back: `it does not reach the master`, `if a capability is added`. */
export const takesBack = (text: string): boolean =>
  denied.test(text) || /^(?:only )?(?:if|unless|when|provided)\b|\bonly (?:if|with|when)\b/i.test(text);
