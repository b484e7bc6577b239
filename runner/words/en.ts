import { checks } from './en/checks.ts';
import { checksKubernetes } from './en/checks-kubernetes.ts';
import { checksWaiting } from './en/checks-waiting.ts';
import { cluster } from './en/cluster.ts';
import { commands } from './en/commands.ts';
import { container } from './en/container.ts';
import { dev } from './en/dev.ts';
import { did } from './en/did.ts';
import { existing } from './en/existing.ts';
import { file } from './en/file.ts';
import { gone } from './en/gone.ts';
import { kit } from './en/kit.ts';
import { kubernetes } from './en/kubernetes.ts';
import { lab } from './en/lab.ts';
import { learned } from './en/learned.ts';
import { line } from './en/line.ts';
import { lint } from './en/lint.ts';
import { logs } from './en/logs.ts';
import { node } from './en/node.ts';
import { process } from './en/process.ts';
import { prove } from './en/prove.ts';
import { reaches } from './en/reaches.ts';
import { report } from './en/report.ts';
import { run } from './en/run.ts';
import { screen } from './en/screen.ts';
import { session } from './en/session.ts';
import { setup } from './en/setup.ts';
import { watch } from './en/watch.ts';
import { world } from './en/world.ts';
import { yaml } from './en/yaml.ts';

/** Every message in English, by id. What stands here defines which values each id needs. */
export const en = {
  verbatim: (v: { text: string }) => v.text,
  ...checks,
  ...checksKubernetes,
  ...checksWaiting,
  ...cluster,
  ...commands,
  ...existing,
  ...gone,
  ...file,
  ...kit,
  ...kubernetes,
  ...container,
  ...dev,
  ...did,
  ...lab,
  ...learned,
  ...line,
  ...lint,
  ...logs,
  ...node,
  ...process,
  ...prove,
  ...reaches,
  ...report,
  ...run,
  ...screen,
  ...session,
  ...setup,
  ...watch,
  ...world,
  ...yaml,
};
