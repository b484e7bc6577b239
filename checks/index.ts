import type { AnyCheck } from '../runner/api.ts';
import { container } from './docker/container/check.ts';
import { did as dockerDid } from './docker/did/check.ts';
import { gone } from './docker/gone/check.ts';
import { logs as engineLogs } from './docker/logs/check.ts';
import { object as engineObject } from './docker/object/check.ts';
import { file } from './file/check.ts';
import { did } from './kubernetes/did/check.ts';
import { event } from './kubernetes/event/check.ts';
import { gone as podGone } from './kubernetes/gone/check.ts';
import { logs } from './kubernetes/logs/check.ts';
import { object } from './kubernetes/object/check.ts';
import { pod } from './kubernetes/pod/check.ts';
import { rollout } from './kubernetes/rollout/check.ts';
import { signalled } from './kubernetes/signalled/check.ts';
import { process } from './process/check.ts';
import { reaches } from './reaches/check.ts';

/** Every check that a lab can name. The only list of them. */
export const checks: readonly AnyCheck[] = [
  ...[container, dockerDid, file, gone, engineLogs, engineObject, process, reaches],
  ...[did, event, podGone, logs, object, pod, rollout, signalled],
];
