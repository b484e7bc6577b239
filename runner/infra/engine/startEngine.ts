import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { message } from '../../words/message.ts';
import { runAsRoot } from '../apt.ts';
import { withoutNpm } from '../environment.ts';
import { SetupError } from '../SetupError.ts';
import { ask } from './ask.ts';
import type { Env } from './engine.ts';
import { which } from './facts.ts';
import type { Plan } from './plan.ts';
import { runcBounded } from './runcBounded.ts';

const endpoint = { host: 'unix:///var/run/docker.sock' };
const log = '/var/log/dockerd.log';
const bounded = '/usr/local/lib/seatrial/runc-bounded';
/** ms until an engine that does not answer counts as failed. */
const patience = 60_000;

type Outcome = 'answered' | 'denied' | 'ended' | 'silent';

/** Resolves as soon as the engine answers or cannot any more. Its socket's appearing is what makes it look again. */
function answered(ended: Promise<unknown>): Promise<Outcome> {
  return new Promise((resolve) => {
    const finish = (outcome: Outcome) => {
      watcher.close();
      clearTimeout(timer);
      resolve(outcome);
    };
    const look = async () => {
      const answer = await ask(endpoint, patience);
      if (answer.status === 'answered') finish('answered');
      else if (answer.reason === 'denied') finish('denied');
    };
    const watcher = watch('/run', (_event, name) => {
      if (name === 'docker.sock') void look();
    });
    const timer = setTimeout(() => finish('silent'), patience);
    void ended.then(() => finish('ended'));
    void look();
  });
}

async function lastLines(sudo: boolean, env: Env): Promise<string> {
  return (await runAsRoot(sudo, ['tail', '-n', '8', log], env)).tail.join('\n');
}

/** The engine runs on in a session of its own: neither Ctrl-C here nor our end is meant for it. */
function startAlone(sudo: boolean, flags: readonly string[], env: Env): Promise<unknown> {
  const script = `exec dockerd "$@" </dev/null >>${log} 2>&1`;
  const command = ['sh', '-c', script, 'dockerd', '--pidfile', '/var/run/docker.pid', ...flags];
  const [program = 'sh', ...args] = sudo ? ['sudo', 'setsid', '--wait', ...command] : command;
  const child = spawn(program, args, { detached: !sudo, stdio: 'ignore', env: withoutNpm(env) });
  const ended = once(child, 'exit');
  child.unref();
  return ended;
}

async function boundedFlags(sudo: boolean, env: Env): Promise<readonly string[]> {
  const install = 'mkdir -p "${1%/*}" && printf %s "$2" > "$1" && chmod 755 "$1"';
  const script = runcBounded(which('runc', env) ?? '/usr/sbin/runc');
  const { code, tail } = await runAsRoot(sudo, ['sh', '-c', install, 'sh', bounded, script], env);
  if (code !== 0) throw new SetupError(message('setup.engine-start-failed', { log: tail.join('\n') }));
  return ['--add-runtime', `bounded=${bounded}`, '--default-runtime', 'bounded'];
}

/** Starts the installed engine and waits for its answer. Throws a {@link SetupError} with the end of its log. */
export async function startEngine({ init, sudo, bounded: strike }: Extract<Plan, { kind: 'do' }>, env: Env) {
  if (init === 'systemd') {
    const { code } = await runAsRoot(sudo, ['systemctl', 'enable', '--now', 'docker.service'], env);
    const journal = ['journalctl', '--no-pager', '-q', '-n', '8', '-o', 'cat', '-u', 'docker'];
    const tail = async () => (await runAsRoot(sudo, journal, env)).tail.join('\n');
    if (code !== 0) throw new SetupError(message('setup.engine-start-failed', { log: await tail() }));
    const outcome = await answered(new Promise(() => {}));
    if (outcome === 'silent') throw new SetupError(message('setup.engine-start-failed', { log: await tail() }));
    return;
  }
  const flags = strike ? await boundedFlags(sudo, env) : [];
  const outcome = await answered(startAlone(sudo, flags, env));
  if (outcome === 'answered' || outcome === 'denied') return;
  throw new SetupError(message('setup.engine-start-failed', { log: await lastLines(sudo, env) }));
}
