import { message } from '../../words/message.ts';
import { WorldError } from '../world.ts';

/** An API server gave no answer. Whoever knows what it runs on may say more of why. */
export class ApiSilent extends WorldError {
  /** What the connection broke off with, in the words of the system. */
  readonly said: string;

  constructor({ server, said, cause }: { readonly server: string; readonly said: string; readonly cause?: unknown }) {
    super(message('cluster.silent', { server, said }), { code: 'silent', cause });
    this.said = said;
  }
}
