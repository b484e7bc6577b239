import type { Env } from '../../infra/engine/engine.ts';
import type { Report } from '../../infra/progress/report.ts';
import type { Language } from '../../words/message.ts';
import { plainReport } from './plainReport.ts';
import { terminalReport } from './terminalReport.ts';

/** Lines that move where a terminal can show them, whole lines elsewhere. */
export function reportTo(stream: NodeJS.WriteStream, env: Env, language: Language): Report {
  const moving = stream.isTTY && env.TERM !== 'dumb' && !env.NO_COLOR && !env.INK_SCREEN_READER;
  return moving ? terminalReport(stream, language) : plainReport(stream, language);
}
