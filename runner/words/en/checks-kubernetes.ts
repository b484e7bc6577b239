import { placed } from './names.ts';

const in_ = (where: string): string => (where === '' ? '' : ` in \`${where}\``);
const children = (count: number): string => (count === 1 ? 'child' : 'children');

/** What checks of Kubernetes say. */
export const checksKubernetes = {
  'kube.refused': (v: { said: string }) => `The API server refused it: ${v.said}`,
  'kube.refused-in': (v: { namespace: string; said: string; own: string }) =>
    `That went to the namespace \`${v.namespace}\`, where the API server refused it. Leave the namespace out: then it goes to this lab's own, \`${v.own}\`. It said: ${v.said}`,
  'kube.dry-run': () =>
    'That was a dry run: it shows what would come of it, and changes nothing in the cluster. Leave `--dry-run` out to have it done.',
  'kube.stray': (v: { namespace: string; own: string }) =>
    `That went to the namespace \`${v.namespace}\`. Leave the namespace out: then it goes to this lab's own, \`${v.own}\`.`,
  'kube.client-failed': (v: { line: string; code: number }) =>
    `\`${v.line}\` ended with ${v.code}, and the cluster was told nothing. The shell shows why.`,
  'kube.client-idle': (v: { line: string }) =>
    `\`${v.line}\` has ended, and the cluster was told nothing. The shell shows what came of it.`,
  'kube.client-pointed': (v: { which: string }) =>
    `\`${v.which}\` may point \`kubectl\` to another cluster. \`kubectl config view --minify\` shows which one it speaks to; the lab's own is the one that it had at first.`,
  'kube.no-dashes': (v: { line: string }) =>
    `\`${v.line}\` asked nothing of the cluster: \`kubectl exec\` wants \`--\` before the program that is to run, so as to tell its words from its own.`,
  'kube.no-pod': (v: { name: string }) => `There is no Pod \`${v.name}\` now.`,

  'kube.pod.none-but': (v: { name: string; other: string }) =>
    `There is no Pod \`${v.name}\` yet. The newest is called \`${v.other}\`.`,
  'kube.pod.namesake': (v: { name: string; resource: string }) =>
    `There is no Pod \`${v.name}\` yet. What was made under this name is one of the \`${v.resource}\`.`,
  'kube.pod.owned': (v: { name: string; kind: string }) =>
    `\`${v.name}\` was made by a ${v.kind}. This step wants a Pod of its own.`,
  'kube.pod.deleting': (v: { name: string }) => `The Pod \`${v.name}\` is being deleted.`,
  'kube.pod.unmade': (v: { name: string; said: string }) => `The Pods of \`${v.name}\` cannot be made: ${v.said}`,
  'kube.pod.unchangeable': (v: { name: string }) =>
    `The Pod \`${v.name}\` stays as it was: these fields of a Pod that exists cannot be changed.`,
  'kube.pod.unchangeable.hint': (v: { name: string }) =>
    `Remove it and make it anew: \`kubectl replace --force -f\` and the file does both; so does \`kubectl delete pod ${v.name}\` before you apply it again.`,
  'kube.pod.no-container': (v: { name: string; container: string }) =>
    `The Pod \`${v.name}\` has no container \`${v.container}\`.`,
  'kube.pod.other-container': (v: { name: string; actual: string; container: string }) =>
    `A container of the Pod \`${v.name}\` is called \`${v.actual}\`, not \`${v.container}\`.`,
  'kube.pod.other-image': (v: { name: string; container: string; image: string; wanted: string }) =>
    `The container \`${v.container}\` of \`${v.name}\` comes from the image \`${v.image}\`, not from \`${v.wanted}\`.`,
  'kube.pod.image-waits': (v: { name: string; container: string; image: string; wanted: string; said: string }) =>
    `The container \`${v.container}\` of \`${v.name}\` is to come from \`${v.image}\`, not from \`${v.wanted}\`, and waits: ${v.said}`,
  'kube.pod.lacks': (v: { name: string; parts: string }) => `The Pod \`${v.name}\` lacks ${v.parts}.`,
  'kube.pod.lacks-but': (v: { name: string; parts: string; others: string }) =>
    `The Pod \`${v.name}\` lacks ${v.parts}. It has ${v.others} instead.`,
  'kube.pod.has': (v: { name: string; parts: string }) => `The Pod \`${v.name}\` has ${v.parts}, and should not.`,
  'kube.pod.unschedulable': (v: { name: string; said: string }) => `No node takes the Pod \`${v.name}\`: ${v.said}`,
  'kube.pod.starting': (v: { name: string; container: string }) =>
    `The container \`${v.container}\` of \`${v.name}\` is being started.`,
  'kube.pod.waits': (v: { name: string; container: string; said: string }) =>
    `The container \`${v.container}\` of \`${v.name}\` waits: ${v.said}`,
  'kube.pod.pull.hint': () =>
    'Where no registry answers, only images count that lie on the node. `imagePullPolicy: IfNotPresent` takes them from there.',
  'kube.pod.ended': (v: { name: string; container: string; code: number }) =>
    `The container \`${v.container}\` of \`${v.name}\` has ended with ${v.code}.`,
  'kube.pod.ended.hint': (v: { name: string; container: string }) =>
    `\`kubectl logs ${v.name} -c ${v.container} --previous\` shows what it wrote. A shell ends where it has no terminal to read from, or where somebody types \`exit\`.`,
  'kube.pod.not-ready': (v: { name: string }) => `The Pod \`${v.name}\` is running, but not ready yet.`,
  'kube.pod.phase': (v: { name: string; actual: string; phase: string }) =>
    `The Pod \`${v.name}\` is in the phase ${v.actual}, not ${v.phase}.`,

  'kube.did.done': (v: { what: string }) => `The API server has seen it: \`${v.what}\`.`,
  'kube.did.read': (v: { program: string; where: string; container: string; path: string }) =>
    `\`${v.program}\` in ${placed(v.where)} has read \`${v.path}\` of the container \`${v.container}\`.`,
  'kube.did.sent': (v: { where: string; signal: string; pid: number }) =>
    `SIG${v.signal} was sent from ${placed(v.where)} to PID ${v.pid}.`,
  'kube.did.unsent': (v: { actual: string; signal: string; pid: number }) =>
    `That was \`${v.actual}\`, and no SIG${v.signal} has been sent to PID ${v.pid} by it.`,
  'kube.did.denied': (v: { program: string; where: string }) =>
    `\`${v.program}\` in ${placed(v.where)} has tried it, and the kernel has refused it.`,
  'kube.did.let': (v: { actual: string; what: string }) =>
    `That was \`${v.actual}\`, and the kernel did not refuse it as this step asks. Try \`${v.what}\` where it does.`,
  'kube.did.unrefused': (v: { actual: string; code: number }) =>
    `The API server answered \`${v.actual}\` with ${v.code}. This is about a call that it refuses.`,
  'kube.did.listed': (v: { where: string }) => `The processes were listed from ${placed(v.where)}.`,
  'kube.did.unstarted': (v: { actual: string; program: string }) =>
    `\`${v.actual}\` did not begin: the container has no program \`${v.program}\` that it could run. The shell shows why.`,
  'kube.did.unreached': (v: { actual: string }) =>
    `\`${v.actual}\` never came to the container: the kubelet of its node did not answer, or the container was not running. The shell shows which.`,
  'kube.did.quoted': (v: { program: string }) =>
    `There is no program called \`${v.program}\`, blanks and all. Leave out the quotes: then its first word is the program.`,
  'kube.did.failed': (v: { actual: string; code: number; what: string }) =>
    `That was \`${v.actual}\`, which ended with ${v.code}. \`${v.what}\` has to work.`,
  'kube.did.unfailed': (v: { actual: string }) =>
    `That was \`${v.actual}\`, which worked. This step is about what does not.`,
  'kube.did.running': (v: { actual: string }) => `\`${v.actual}\` is still running. It counts once it has ended.`,
  'kube.did.unseen': (v: { actual: string }) =>
    `What became of \`${v.actual}\` could not be seen: nobody was watching the node just then. Do it once more.`,
  'kube.did.unread': (v: { actual: string; container: string; path: string }) =>
    `That was \`${v.actual}\`, and it has not read \`${v.path}\` of the container \`${v.container}\`.`,
  'kube.did.unlisted': (v: { actual: string }) => `That was \`${v.actual}\`, and it has not looked at the processes.`,
  'kube.did.waits': (v: { actual: string; what: string }) =>
    `\`${v.actual}\` leads to a shell. Run \`${v.what}\` in it.`,
  'kube.did.none': (v: { what: string; where: string }) => `\`${v.what}\` has not been run${in_(v.where)} yet.`,
  'kube.did.other': (v: { actual: string; what: string; where: string }) =>
    `That was \`${v.actual}\`.${v.where === '' ? ' Here' : ` In \`${v.where}\``} this is about \`${v.what}\`.`,
  'kube.did.silent': (v: { actual: string; what: string }) =>
    `\`${v.actual}\` leads to a shell, and nothing was typed in it yet. Run \`${v.what}\` there.`,
  'kube.did.left': (v: { actual: string; what: string }) =>
    `\`${v.actual}\` led to a shell, which was left before any program ran in it. Run \`${v.what}\` there.`,
  'kube.did.container': (v: { actual: string; wanted: string; where: string }) =>
    `That was in the container \`${v.actual}\` of the Pod \`${v.where}\`. Do it from \`${v.wanted}\`.`,
  'kube.did.elsewhere': (v: { actual: string; what: string; where: string }) =>
    `\`${v.what}\` has not been run${in_(v.where)} yet.${v.actual === '' ? '' : ` The last one was run in \`${v.actual}\`.`}`,
  'kube.did.on-machine': (v: { program: string; where: string }) =>
    `\`${v.program}\` ran on the machine itself. Run it inside the Pod \`${v.where}\`.`,
  'kube.did.hint': (v: { pod: string; container: string }) =>
    `\`kubectl exec ${v.pod} -c ${v.container} -- …\` runs a program there, and \`kubectl attach -it ${v.pod} -c ${v.container}\` leads to its shell.`,

  'kube.process.none': (v: { where: string; process: string }) => `No process \`${v.process}\` runs in \`${v.where}\`.`,

  'kube.signalled.right': (v: { pod: string; container: string; process: string; pid: number; count: number }) =>
    `\`${v.process}\` in \`${v.pod}\` is still PID ${v.pid}, and has ${v.count} new ${children(v.count)}: it has heard the signal.`,
  'kube.signalled.none': (v: { pod: string; container: string; process: string; count: number }) =>
    `\`${v.process}\` in \`${v.pod}\` still has the same ${v.count} ${children(v.count)}. No SIGHUP has reached it.`,
  'kube.signalled.unheeded': (v: { process: string; said: string }) =>
    `\`${v.process}\` has heard SIGHUP and goes on as it was, for it refuses its new configuration: \`${v.said}\``,
  'kube.signalled.stopped': (v: { process: string; pid: number }) =>
    `\`${v.process}\` (PID ${v.pid}) has been stopped, and does nothing until it goes on: a SIGHUP that it is sent waits until then. SIGCONT lets it go on: \`kill -CONT ${v.pid}\`.`,
  'kube.signalled.not-allowed': (v: { process: string; pid: number; code: number }) =>
    `That \`kill\` ended with ${v.code}, though PID ${v.pid} is \`${v.process}\`: whoever ran it may not signal it. A process may signal those of its own user; root may signal all.`,
  'kube.signalled.elsewhere': (v: { name: string; pod: string }) =>
    `That \`kill\` was in the Pod \`${v.name}\`. This is about the Pod \`${v.pod}\`.`,
  'kube.signalled.stray': (v: { name: string; namespace: string; pod: string }) =>
    `That \`kill\` was in the Pod \`${v.name}\` of the namespace \`${v.namespace}\`. Leave the namespace out: then it goes to this lab's Pod \`${v.pod}\`.`,
  'kube.signalled.killed': (v: { process: string; count: number; all: number }) =>
    `Of the children of \`${v.process}\`, ${v.count} of ${v.all} were replaced because they had ended. Leave them alone: send SIGHUP to their **parent**, and it replaces all of them.`,
  'kube.signalled.child': (v: { process: string }) =>
    `A child of \`${v.process}\` got the signal, and ignores it. Send it to the **parent** of them all.`,
  'kube.signalled.pause': (v: { pid: number }) =>
    `PID ${v.pid} is \`pause\`, which only holds the Pod's namespaces. Nothing happens when it gets SIGHUP. Look for the PID of nginx.`,
  'kube.signalled.other': (v: { pid: number; line: string; process: string }) =>
    `PID ${v.pid} is \`${v.line}\`, not \`${v.process}\`.`,
  'kube.signalled.no-such': (v: { pid: number }) =>
    `Where that \`kill\` ran, no process has PID ${v.pid}. \`ps\` shows those that there are.`,
  'kube.signalled.nobody': (v: { code: number; process: string }) =>
    `That \`kill\` ended with ${v.code}, and no SIGHUP has reached \`${v.process}\`. It wants the PID of a process: \`ps\` shows them.`,
  'kube.signalled.asked': (v: { pid: number; process: string }) =>
    `\`kill -0\` sends no signal: it only asks whether there is a process with PID ${v.pid}. Send SIGHUP to \`${v.process}\`.`,
  'kube.signalled.other-signal': (v: { signal: string; process: string }) =>
    `\`${v.process}\` got ${v.signal}. On SIGHUP it would read its configuration anew and replace its children.`,
  'kube.signalled.ended': (v: { pod: string; container: string; process: string }) =>
    `\`${v.process}\` itself has ended, and \`${v.container}\` of \`${v.pod}\` with it. The kubelet restarts the container in a moment. SIGHUP does not end this program.`,
  'kube.signalled.restarted': (v: { pod: string; container: string; process: string; pid: number }) =>
    `\`${v.process}\` itself has ended, so the kubelet restarted the container \`${v.container}\`: it is PID ${v.pid} now. Send SIGHUP to **that** one: it does not end this program.`,

  'kube.rollout.right': (v: { kind: string; name: string; count: number }) =>
    `The ${v.kind} \`${v.name}\` is rolled out: ${v.count} of its Pods ${v.count === 1 ? 'is' : 'are'} new and available.`,
  'kube.rollout.replicas': (v: { kind: string; name: string; actual: number; replicas: number }) =>
    `The ${v.kind} \`${v.name}\` wants ${v.actual} ${v.actual === 1 ? 'Pod' : 'Pods'}, not ${v.replicas}.`,
  'kube.rollout.refused': (v: { kind: string; name: string; said: string }) =>
    `The ${v.kind} \`${v.name}\` is there, but the cluster refuses its Pods: ${v.said}`,
  'kube.rollout.under-way': (v: { kind: string; name: string; available: number; wanted: number }) =>
    `The ${v.kind} \`${v.name}\` is being rolled out: ${v.available} of ${v.wanted} Pods are new and available.`,

  'kube.service.port': (v: { name: string; port: number; actual: string }) =>
    `The Service \`${v.name}\` has the ${v.actual.includes(',') ? 'ports' : 'port'} ${v.actual}, not ${v.port}.`,
  'kube.service.selects-none': (v: { name: string; selector: string; labels: string }) =>
    `The Service \`${v.name}\` selects \`${v.selector}\`, and no Pod has these labels. Those that there are have: \`${v.labels}\`.`,
  'kube.service.no-address': (v: { name: string }) => `The Service \`${v.name}\` has no address of its own.`,
  'kube.service.none-ready': (v: { name: string; pods: string }) =>
    `The Service \`${v.name}\` selects \`${v.pods}\`, of which none is ready.`,

  'kube.event.right': (v: { what: string; reason: string; said: string }) => `${v.what}: ${v.reason}: ${v.said}`,
  'kube.event.none': (v: { what: string; reason: string }) =>
    `Nothing was said about the ${v.what} yet; ${v.reason} is waited for.`,
  'kube.event.other': (v: { what: string; reason: string; actual: string; said: string }) =>
    `What was said last about the ${v.what} is ${v.actual}, not ${v.reason}: ${v.said}`,
  'kube.event.without': (v: { what: string; reason: string; contains: string; said: string }) =>
    `${v.reason} was said about the ${v.what}, but “${v.contains}” is not in it: ${v.said}`,

  'kube.gone.there': (v: { kind: string; name: string }) => `The ${v.kind} \`${v.name}\` still exists.`,
  'kube.gone.deleting': (v: { kind: string; name: string }) =>
    `The ${v.kind} \`${v.name}\` is being deleted${v.kind === 'Pod' ? ': the kubelet ends its processes, and then it goes' : ''}.`,
  'kube.gone.replaced': (v: { name: string; other: string; kind: string }) =>
    `\`${v.name}\` is gone, but its ${v.kind} has made \`${v.other}\` in its place. Delete what owns them.`,
  'kube.gone.remade': (v: { kind: string; name: string }) =>
    `The ${v.kind} \`${v.name}\` that was there is gone, but another ${v.kind} of this name is there now. Remove that one, too.`,
  'kube.gone.processes': (v: { name: string; pid: number; line: string }) =>
    `The Pod \`${v.name}\` is gone from the API, but a process of it still runs on the node: PID ${v.pid}, \`${v.line}\`.`,
  'kube.gone.both': (v: { name: string }) => `The Pod \`${v.name}\` was there and is gone, and so are its processes.`,
};
