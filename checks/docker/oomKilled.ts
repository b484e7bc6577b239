import { type EngineObject, valueAt, type World } from '../../runner/api.ts';
import type { Fields } from '../kit/subject.ts';

const path = 'State.OOMKilled';

/** The kernel names the control group whose limit it was; a container's has its id (`dump_memcg_info` in the kernel's `mm/oom_kill.c`). */
const look = 'dmesg --since "$(date -d "@$since" "+%F %T")" | grep -q "oom-kill:.*oom_memcg=[^,]*$id" && echo killed';

/** How long that may take, in ms. */
const deadline = 5_000;

/**
A container's fields, and whether it was ended for want of memory by the kernel's own word: the engine may not hear of one that ends in the
same moment, and says `false` for ever. Of its last run alone.
*/
export async function withKernelsWord(
  { shell }: Pick<World, 'shell'>,
  { id, is }: EngineObject,
  fields: Fields,
  signal: AbortSignal,
): Promise<Fields> {
  const isLimited = Number(valueAt(is, 'HostConfig.Memory')) > 0;
  if (!(path in fields) || fields[path] !== false || !isLimited) return fields;
  // Of the kernel's own clock a second is not sure.
  const since = Math.floor(Date.parse(String(valueAt(is, 'State.StartedAt'))) / 1000) - 1;
  const { output } = await shell.check(look, { id, since: String(since) }, deadline, signal);
  return output.trim() === 'killed' ? { ...fields, [path]: true } : fields;
}
