import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Reporter } from '../../report/reporter.ts';
import { isReporterName, type ReporterName, reporters } from '../../report/reporters.ts';
import { systemClock } from '../../verdict/clock.ts';
import { message } from '../../words/message.ts';
import type { CommandContext } from '../context.ts';
import { didYouMean } from '../didYouMean.ts';
import { UsageError } from '../fail.ts';

/** The reporters that `--report NAME[=FILE]` asks for; without any, a tree for a terminal, else plain lines. */
export function askedReporters(context: CommandContext, asked: readonly string[]): readonly Reporter[] {
  const { stdout, env } = context;
  const drawn = stdout.isTTY && env.TERM !== 'dumb';
  const given = asked.length > 0 ? asked : [drawn ? 'tree' : 'plain'];
  const chosen = given.map((each) => {
    const [name = '', ...rest] = each.split('=');
    if (!isReporterName(name)) throw unknown(name);
    const file = rest.join('=');
    // A tree is drawn again and again, which only a terminal can show.
    const undrawn = name === 'tree' && !(stdout.isTTY && isScreen(file));
    return { name: undrawn ? 'plain' : name, file } as const;
  });
  return chosen.map(({ name, file }) => reporterTo(context, name, file));
}

const isScreen = (file: string): boolean => file === '' || file === '-';

function reporterTo(context: CommandContext, name: ReporterName, file: string): Reporter {
  const { stdout, env, cwd, language } = context;
  const toScreen = isScreen(file);
  const page = env.GITHUB_STEP_SUMMARY;
  return reporters[name]({
    language,
    cwd,
    clock: systemClock,
    write: toScreen ? (text) => stdout.write(text) : fileAt(resolve(cwd, file)),
    ...(toScreen &&
      stdout.isTTY && {
        screen: { size: () => ({ columns: stdout.columns, rows: stdout.rows }), colours: !env.NO_COLOR },
      }),
    ...(page && { summary: (text: string) => appendFileSync(page, text) }),
  });
}

/** Begins the file anew, so that an earlier run's result is never taken for this one's. */
function fileAt(path: string): (text: string) => void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  return (text) => appendFileSync(path, text);
}

function unknown(name: string): UsageError {
  const names = Object.keys(reporters);
  return new UsageError(
    message('commands.invalid-value', { given: name, allowed: names.join(', ') }),
    ...didYouMean(name, names),
  );
}
