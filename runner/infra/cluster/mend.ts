import type Docker from 'dockerode';
import { differingFiles, nodeState, readNodeState } from './baseline/nodeState.ts';
import { auditLog } from './names.ts';
import { writeFiles } from './nodeFiles.ts';
import type { NodeContainer } from './nodesOf.ts';
import type { ClusterRecord } from './record.ts';
import { runIn } from './runIn.ts';

/** Says of a control plane which of its parts do not work, a line for each; with `mend`, sets them going again. */
const script = String.raw`
log=$1 mend=$2
for unit in containerd kubelet; do
  systemctl is-active --quiet "$unit" && continue
  echo "$unit"
  [ -z "$mend" ] || { systemctl unmask "$unit"; systemctl restart "$unit"; } >/dev/null 2>&1
done
for stat in /proc/[0-9]*/stat; do
  read -r pid name state rest < "$stat" || continue
  case "$state $name" in
    T\ *kube*|T\ *containerd*|T\ *etcd*|T\ *kindnet*|T\ *coredns*|T\ *local-path*) ;;
    *) continue ;;
  esac
  name=${'$'}{name#(}
  echo "${'$'}{name%)}"
  [ -z "$mend" ] || kill -CONT "$pid"
done 2>/dev/null
server=$(pgrep -x kube-apiserver | head -n 1)
[ -n "$server" ] || exit 0
opened=
for each in /proc/"$server"/fd/*; do
  [ "$each" -ef "$log" ] && exit 0
  case $(readlink "$each") in "${'$'}{log%/*}"/*) opened=$each ;; esac
done
# It is opened with the first call that is written down: until then nothing is amiss.
[ -n "$opened" ] || exit 0
echo "$log"
[ -n "$mend" ] || exit 0
# What was written into the file that was removed is not lost, as long as somebody has it open.
exec 3< "$opened"
mkdir -p "${'$'}{log%/*}"
# It has nothing of its own to lose, and would wait for whoever watches.
kill -KILL "$server"
tail --pid="$server" -s 0.02 -f /dev/null
cat <&3 >> "$log"
`;

/** Which parts of a control plane do not work as they should, by their names. */
export const brokenParts = async (control: Docker.Container, mend = false): Promise<readonly string[]> => {
  const { output } = await runIn(control, ['sh', '-c', script, 'sh', auditLog, mend ? 'mend' : '']);
  return [...new Set(output.split('\n').filter((line) => line !== ''))];
};

/**
Puts a control plane's files back and sets going what was stopped on it: what no API shows, and what would make every Pod of the
next lab wait for ever. Returns what was amiss, by its names. On a node that has just been started nothing runs yet, so that only its
files are looked at.
*/
export async function mendNode(
  docker: Docker,
  { id, name }: NodeContainer,
  { node }: ClusterRecord,
  isStarting: boolean,
): Promise<readonly string[]> {
  const control = docker.getContainer(id);
  const was = node && (await readNodeState(node).catch(() => undefined));
  if (!was) return [];
  const { write, remove } = differingFiles(was, await nodeState(control), name);
  const files = [...Object.keys(write), ...remove];
  if (Object.keys(write).length > 0) await writeFiles(control, write);
  if (remove.length > 0) await runIn(control, ['rm', '-f', ...remove]);
  if (isStarting) return files;
  if (files.some((path) => path.startsWith('/var/lib/kubelet/')))
    await runIn(control, ['systemctl', 'restart', 'kubelet']);
  return [...files, ...(await brokenParts(control, true))];
}
