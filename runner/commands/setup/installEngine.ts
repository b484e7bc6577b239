import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { installPackages, runAsRoot } from '../../infra/apt.ts';
import type { Engine, Env } from '../../infra/engine/engine.ts';
import { factsOf, type HostFacts } from '../../infra/engine/facts.ts';
import { findEngine, type SilentEngine } from '../../infra/engine/findEngine.ts';
import { type Plan, planEngine } from '../../infra/engine/plan.ts';
import { startEngine } from '../../infra/engine/startEngine.ts';
import { withLock } from '../../infra/lock.ts';
import type { Report } from '../../infra/progress/report.ts';
import { SetupError } from '../../infra/SetupError.ts';
import type { Language } from '../../words/message.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';

export type InstallOptions = {
  /** Where an engine was looked for in vain. */
  readonly tried: readonly SilentEngine[];
  /** Somebody sits at a terminal and is asked first. */
  readonly interactive: boolean;
  readonly language: Language;
  readonly env: Env;
  readonly stdin: NodeJS.ReadStream;
  readonly stderr: NodeJS.WriteStream;
  readonly report: Report;
  readonly facts?: HostFacts;
};

type Doing = Extract<Plan, { kind: 'do' }>;

async function agreed({ install, sudo }: Doing, facts: HostFacts, options: InstallOptions): Promise<void> {
  const { distribution } = facts;
  const sentence = message(install ? 'setup.engine-installs' : 'setup.engine-starts', { distribution });
  options.report.note(sentence);
  if (!options.interactive) return;
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ input: options.stdin, output: options.stderr });
  const question = message(install ? (sudo ? 'setup.ask-install-sudo' : 'setup.ask-install') : 'setup.ask-start');
  const { yes } = await prompt([
    { type: 'confirm', name: 'yes', message: say(options.language, question), default: true },
  ]);
  if (!yes) throw new SetupError(message('setup.engine-declined'));
  if (sudo) await once(spawn('sudo', ['--validate'], { stdio: 'inherit' }), 'close');
}

/**
Installs the distribution's engine where it is missing, starts it and returns it once it answers. Of two at once the second
waits and finds the first's. Throws a {@link SetupError} that says in full what cannot be done here and what to type instead.
*/
export async function installEngine(options: InstallOptions): Promise<Engine> {
  const { env, report, tried, interactive, facts = factsOf(env) } = options;
  const plan = planEngine(facts, tried, interactive, env.SEATRIAL_INSTALL === 'never');
  if (plan.kind === 'impossible') throw new SetupError(plan.why);
  await agreed(plan, facts, options);
  return withLock(
    'engine',
    () => report.note(message('setup.engine-other-installs')),
    async () => {
      const there = await findEngine(env);
      if (there.status === 'found') return there.engine;
      const { sudo } = plan;
      if (plan.install && !factsOf(env).dockerd) {
        report.plan([message('setup.task-start-engine'), message('setup.task-images')]);
        await report.task(message('setup.task-install-engine'), async (task) => {
          // Debian 13 made the docker program a package of its own.
          const apt = { sudo, env, task, quiet: plan.init === 'none', optional: ['docker-cli'] };
          await installPackages(['docker.io', 'ca-certificates'], apt);
        });
        if (sudo) await runAsRoot(sudo, ['usermod', '--append', '--groups', 'docker', facts.user], env);
      }
      await report.task(message('setup.task-start-engine'), () => startEngine(plan, env));
      const finding = await findEngine(env);
      if (finding.status === 'found') return finding.engine;
      throw new SetupError(message('setup.engine-new-group', { user: facts.user }));
    },
  );
}
