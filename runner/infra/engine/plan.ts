import { type Message, message } from '../../words/message.ts';
import type { HostFacts } from './facts.ts';
import type { SilentEngine } from './findEngine.ts';

/** What it takes to have an engine here. */
export type Plan =
  | {
      readonly kind: 'do';
      /** Is it installed first, or only started? */
      readonly install: boolean;
      readonly init: 'systemd' | 'none';
      /** Each command that needs root goes through sudo. */
      readonly sudo: boolean;
      /** Containers start through a runc that does not ask for the capability that is withheld here. */
      readonly bounded: boolean;
    }
  | { readonly kind: 'impossible'; readonly why: Message };

const impossible = (why: Message): Plan => ({ kind: 'impossible', why });

/** Decides from what is there; touches nothing. `interactive`: somebody can type a password for sudo. */
export function planEngine(
  facts: HostFacts,
  tried: readonly SilentEngine[],
  interactive: boolean,
  forbidden: boolean,
): Plan {
  const { platform, distribution, root, user } = facts;
  const denied = tried.find((each) => each.reason === 'denied');
  if (denied) return impossible(message('setup.engine-denied', { host: denied.host, user }));
  // It takes connections: another one beside it would not be what the learner wants.
  const slow = tried.find((each) => each.reason === 'slow');
  if (slow) return impossible(message('setup.engine-slow', { host: slow.host }));
  if (platform === 'darwin') return impossible(message('setup.engine-darwin'));
  if (platform !== 'linux') return impossible(message('setup.engine-platform', { platform }));
  if (forbidden) return impossible(message('setup.engine-forbidden', { distribution }));
  if (!facts.dockerd && !facts.apt) return impossible(message('setup.engine-no-apt', { distribution }));
  const sudo = !root;
  if (sudo && !(facts.sudo && interactive)) {
    return impossible(message(facts.dockerd ? 'setup.engine-start-root' : 'setup.engine-install-root', { user }));
  }
  const init = facts.systemd ? 'systemd' : 'none';
  return { kind: 'do', install: !facts.dockerd, init, sudo, bounded: !facts.sysResource && init === 'none' };
}
