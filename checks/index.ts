import type { AnyCheck } from '../runner/api.ts';
import { container } from './docker/container.ts';
import { didExec } from './docker/did-exec.ts';
import { file } from './docker/file.ts';
import { gone } from './docker/gone.ts';
import { listed } from './docker/listed.ts';
import { did } from './kubernetes/did.ts';
import { event } from './kubernetes/event.ts';
import { file as podFile } from './kubernetes/file.ts';
import { gone as podGone } from './kubernetes/gone.ts';
import { logs } from './kubernetes/logs.ts';
import { object } from './kubernetes/object.ts';
import { pod } from './kubernetes/pod.ts';
import { process } from './kubernetes/process.ts';
import { rollout } from './kubernetes/rollout.ts';
import { serviceReaches } from './kubernetes/service-reaches.ts';
import { signalled } from './kubernetes/signalled.ts';

/** Every check that a lab can name. The only list of them. */
export const checks: readonly AnyCheck[] = [
  ...[container, didExec, file, gone, listed],
  ...[did, event, podFile, podGone, logs, object, pod, process, rollout, serviceReaches, signalled],
];
