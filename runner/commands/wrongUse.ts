import type { Command, CommanderError } from 'commander';
import { message } from '../words/message.ts';
import { didYouMean } from './didYouMean.ts';
import { UsageError } from './fail.ts';

/** The word that commander's message quotes: it has no other place for it. */
const quoted = (error: CommanderError): string => /'([^']*)'/.exec(error.message)?.[1] ?? '';

export function unknownCommand(given: string, root: Command): never {
  const names = root.commands.map((each) => each.name());
  throw new UsageError(
    message('commands.unknown-command', { given }),
    ...didYouMean(given, names, (name) => `seatrial ${name}`),
    message('commands.see-help', { command: 'seatrial' }),
  );
}

/** What commander says about a command line, in our words. */
export function wrongUse(error: CommanderError, root: Command, argv: readonly string[]): UsageError {
  const command = root.commands.find((each) => argv.includes(each.name())) ?? root;
  const name = command === root ? 'seatrial' : `seatrial ${command.name()}`;
  const help = message('commands.see-help', { command: name });
  const given = quoted(error);

  switch (error.code) {
    case 'commander.unknownOption': {
      const options = [...command.options, ...root.options].flatMap((each) => each.long ?? []);
      return new UsageError(
        message('commands.unknown-option', { given }),
        ...didYouMean(given, [...options, '--help']),
        help,
      );
    }
    case 'commander.missingArgument':
      return new UsageError(message('commands.missing-argument', { name: given }), help);
    case 'commander.optionMissingArgument':
      return new UsageError(message('commands.missing-value', { option: given }), help);
    case 'commander.excessArguments':
      return new UsageError(message('commands.too-many-arguments'), help);
    case 'commander.invalidArgument': {
      // Commander: "… argument 'x' is invalid. Allowed choices are a, b." or "… value 'x' is invalid for argument 'y'. Allowed …"
      const [, value = '', allowed = ''] =
        /(?:argument|value) '([^']*)' is invalid[^.]*\. Allowed choices are (.*)\./.exec(error.message) ?? [];
      return new UsageError(
        message('commands.invalid-value', { given: value, allowed }),
        ...didYouMean(value, allowed.split(', ')),
        help,
      );
    }
    default:
      return new UsageError(message('commands.wrong-use', { text: error.message }), help);
  }
}
