import { message } from '../../words/message.ts';
import { packageTrouble } from '../apt.ts';
import { SetupError } from '../SetupError.ts';

/** Why Go could not build `what`, from the last lines that it wrote. */
export function goTrouble(what: string, tail: readonly string[]): SetupError {
  const log = tail.join('\n');
  if (/no space left/i.test(log)) return packageTrouble([what], tail);
  if (/proxy\.golang|dial tcp|connection refused|i\/o timeout|TLS handshake|no such host/i.test(log)) {
    return new SetupError(message('setup.go-unreachable', { what, log }));
  }
  // The linker or the compiler was ended by the kernel.
  if (/signal: killed/.test(log)) return new SetupError(message('setup.go-memory', { what, log }));
  return new SetupError(message('setup.go-failed', { what, log }));
}
