import type { en } from './en.ts';
import { checks } from './ja/checks.ts';
import { checksKubernetes } from './ja/checks-kubernetes.ts';
import { checksWaiting } from './ja/checks-waiting.ts';
import { cluster } from './ja/cluster.ts';
import { commands } from './ja/commands.ts';
import { container } from './ja/container.ts';
import { dev } from './ja/dev.ts';
import { did } from './ja/did.ts';
import { existing } from './ja/existing.ts';
import { file } from './ja/file.ts';
import { gone } from './ja/gone.ts';
import { kit } from './ja/kit.ts';
import { kubernetes } from './ja/kubernetes.ts';
import { lab } from './ja/lab.ts';
import { learned } from './ja/learned.ts';
import { line } from './ja/line.ts';
import { lint } from './ja/lint.ts';
import { logs } from './ja/logs.ts';
import { node } from './ja/node.ts';
import { process } from './ja/process.ts';
import { prove } from './ja/prove.ts';
import { reaches } from './ja/reaches.ts';
import { report } from './ja/report.ts';
import { run } from './ja/run.ts';
import { screen } from './ja/screen.ts';
import { session } from './ja/session.ts';
import { setup } from './ja/setup.ts';
import { watch } from './ja/watch.ts';
import { world } from './ja/world.ts';
import { yaml } from './ja/yaml.ts';

/** Every message in Japanese, by id. One that is missing fails the type check. */
export const ja: typeof en = {
  verbatim: (v) => v.text,
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
