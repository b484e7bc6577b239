import { absenceByGrep } from './absence.ts';
import { badScript, lostReason, unknownVariable } from './badScript.ts';
import { pendingAccepted, textComparison, unquotedTest } from './comparison.ts';
import { fixedValue } from './fixedValue.ts';
import { unclosedTest, unknownHelper } from './helpers.ts';
import { guessedContainer, looseName } from './looseName.ts';
import { missingTool } from './missingTool.ts';
import { scriptActs } from './scriptActs.ts';
import type { ScriptRule } from './scriptRule.ts';
import { historyRead, textForState } from './textForState.ts';
import { unreadErrors } from './unreadErrors.ts';
import { hopelessScript, swallowedFailure, vacuousScript } from './vacuousScript.ts';
import { blockingScript, noSettling } from './waiting.ts';

/** The ways in which check scripts go wrong. */
export const scriptRules: readonly ScriptRule[] = [
  absenceByGrep,
  badScript,
  blockingScript,
  fixedValue,
  guessedContainer,
  historyRead,
  hopelessScript,
  looseName,
  lostReason,
  missingTool,
  noSettling,
  pendingAccepted,
  scriptActs,
  swallowedFailure,
  textComparison,
  textForState,
  unclosedTest,
  unknownHelper,
  unknownVariable,
  unquotedTest,
  unreadErrors,
  vacuousScript,
];
