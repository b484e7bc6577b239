import { message } from '../../words/message.ts';
import type { Validator } from './validation.ts';

/** A lab runs on something. */
export const validateNeeds: Validator = ({ source, lab }) =>
  lab.needs && Object.keys(lab.needs).length === 0
    ? [source.diagnose('no-engine', ['needs'], message('lab.no-engine'))]
    : [];
