import { readDetails } from '../host/details.ts';
import { mountOf, readLook } from '../host/files.ts';
import type { KubernetesWorld } from './model.ts';
import type { Nodes } from './nodes.ts';

/** What the machine's helper reads of control groups as well: "counted" there. */
const counted =
  'memory.max memory.current memory.peak memory.events cpu.max cpu.weight cpu.stat pids.max pids.current pids.events cpuset.cpus.effective memory.limit_in_bytes memory.usage_in_bytes memory.max_usage_in_bytes memory.failcnt memory.oom_control cpu.cfs_quota_us cpu.cfs_period_us cpu.shares cpuset.cpus cgroup.freeze freezer.state'.split(
    ' ',
  );

/** Places of mounts in `/proc/PID/mountinfo`: field 5 of proc_pid_mountinfo(5), where a blank is written as `\040`. */
const placesIn = (mountinfo: string): readonly string[] =>
  mountinfo
    .split('\n')
    .flatMap((line) => line.split(' ')[4] ?? [])
    .map((place) => place.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))));

/** Files as processes in Pods see them, and what is known of such a process, through their nodes. */
export const podSight = (nodes: Nodes): Pick<KubernetesWorld, 'file' | 'readFile' | 'details'> => ({
  file: async (pod, pid, path, { room = 0, follow = false, signal } = {}) => {
    signal?.throwIfAborted();
    const [answer, mounts] = await Promise.all([
      nodes.ask(pod.node, 'look', String(pid), path, String(room), follow ? '1' : ''),
      nodes.ask(pod.node, 'read', `/proc/${pid}/mountinfo`),
    ]);
    const seen = readLook(answer, path, room);
    const places = placesIn(mounts.toString()).map((place) => ({ kind: '', place }));
    return seen && { ...seen, mount: mountOf(places, path)?.place ?? '/' };
  },
  readFile: async (pod, pid, path, signal) => {
    signal?.throwIfAborted();
    const answer = (await nodes.ask(pod.node, 'file', String(pid), path)).toString();
    return answer.startsWith('there:') ? answer.slice('there:'.length) : undefined;
  },
  details: async (pod, pid, signal) => {
    signal?.throwIfAborted();
    return readDetails(await nodes.ask(pod.node, 'details', String(pid), ...counted));
  },
});
