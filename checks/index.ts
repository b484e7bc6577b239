import type { AnyCheck } from '../runner/api.ts';
import { container } from './docker/container.ts';
import { didExec } from './docker/did-exec.ts';
import { file } from './docker/file.ts';
import { gone } from './docker/gone.ts';
import { listed } from './docker/listed.ts';

/** Every check that a lab can name. The only list of them. */
export const checks: readonly AnyCheck[] = [container, didExec, file, gone, listed];
