import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pod, PodProcess } from '../../../runner/api.ts';
import { freeShell } from '../../../runner/infra/machine/freeShell.ts';
import { climb } from '../../../runner/session/ladder.ts';
import { Quiet } from '../../../runner/ui/terminal/quiet.ts';
import { systemClock } from '../../../runner/verdict/clock.ts';
import { apply, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';
import { run, shown, wake } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
let pod: Pod;
beforeAll(async () => {
  lab = await openLearner({ node: true });
  await apply(lab, sharedPod);
  pod = await readyPod(lab, 'nginx');
}, 180_000);
afterAll(() => lab?.remove());

const named = (processes: readonly PodProcess[], name: string) =>
  processes.filter((each) => each.args[0]?.includes(name));
const idOf = (name: string) => pod.containers.find((each) => each.name === name)?.id;

async function nginx(): Promise<{ readonly master: PodProcess; readonly workers: readonly PodProcess[] }> {
  const processes = named(await lab.world.kubernetes.processes(pod), 'nginx');
  const master = processes.find(({ args }) => args[0]?.includes('master'));
  if (!master) throw new Error('nginx has no master');
  return { master, workers: processes.filter(({ parent }) => parent === master.pid) };
}

test('the processes of all containers, and of one, in the namespace that they share', async () => {
  const all = await lab.world.kubernetes.processes(pod);
  const [pause] = named(all, 'pause');
  expect(pause).toMatchObject({ insidePid: 1 });
  expect(pause?.container).toBeUndefined();
  expect(new Set(all.map(({ namespaces }) => namespaces.pid)).size).toBe(1);
  const { master, workers } = await nginx();
  expect(workers.length).toBeGreaterThan(0);
  expect(master.container).toBe(idOf('nginx'));
  expect(master.insidePid).toBeGreaterThan(1);
  const shell = await lab.world.kubernetes.processes(pod, idOf('shell'));
  expect(shell.map(({ args }) => args)).toEqual([['sleep', '3600']]);
});

test('three PIDs of one process: on the computer, on the node, in the Pod', async () => {
  const { master } = await nginx();
  expect(master.pids).toHaveLength(3);
  expect(master.pids.slice(1)).toEqual([master.pid, master.insidePid]);
  const seen = await run(lab, `grep NSpid /host/proc/${master.pids[0]}/status`);
  expect(seen.split(/\s+/).slice(1).map(Number)).toEqual(master.pids);
  const process = (await lab.world.host.processes()).find(({ pid }) => pid === master.pid);
  expect(process?.startTicks).toBe(master.startTicks);
});

test("the computer's processes are shown, and no way leads through them to the computer's files", async () => {
  // Of this very test, which the machine's root may look at as at its own.
  const own = `/host/proc/${process.pid}`;
  expect(await run(lab, `grep -w NSpid ${own}/status`)).toContain(String(process.pid));
  expect(await run(lab, `readlink ${own}/ns/pid`)).toMatch(/^pid:/);
  const refused = async (script: string) => (await lab.world.shell.script(`${script} 2>&1`, {}, 10_000)).output;
  for (const link of ['root', 'cwd', 'fd/0', 'exe', `task/${process.pid}/root`])
    expect(await refused(`ls -L ${own}/${link}/`)).toContain('Too many levels of symbolic links');
  expect(await refused(`chroot ${own}/root true`)).toContain('Too many levels of symbolic links');
  expect(await refused(`nsenter --mount=${own}/ns/mnt true`)).toContain('Too many levels of symbolic links');
  expect(await refused(`echo > ${own}/oom_score_adj`)).toContain('Read-only file system');
  expect(await refused('echo > /host/proc/sys/kernel/domainname')).toContain('Read-only file system');
  // The node itself is the learner's.
  expect(await run(lab, 'ls -d /proc/1/root/etc/kubernetes')).toContain('/etc/kubernetes');
});

test('a file as the process sees it, and none where there is none', async () => {
  const { master } = await nginx();
  const read = (path: string) => lab.world.kubernetes.readFile(pod, master.pid, path);
  expect(await read('/etc/nginx/nginx.conf')).toContain('worker_processes');
  expect(await read('/etc/hostname')).toBe('nginx\n');
  expect(await read('/etc/nginx/none.conf')).toBeUndefined();
  expect(await read('/etc/nginx')).toBeUndefined();
});

/** Resolves once this holds, looked at as a session does: after every wake, again and again up its ladder. */
async function comesTrue(holds: () => Promise<boolean>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let stop = () => {};
  const unsubscribe = lab.world.subscribe(() => {
    stop();
    ({ stop } = climb(systemClock, () => {
      holds().then((does) => does && resolve(), reject);
    }));
  });
  await promise.finally(() => {
    unsubscribe();
    stop();
  });
}

test('a signal that is typed into an open shell in a container wakes, and new workers are seen by the ladder of a wake', async () => {
  const before = await nginx();
  const terminal = await lab.terminal({ columns: 100, rows: 30 }, 'signalling');
  await shown(terminal, '# ');
  const prompt = shown(terminal, '/ # ');
  terminal.write('kubectl exec -it nginx -c shell -- sh\r');
  await prompt;
  const quiet = new Quiet({ quiet: () => undefined, look: () => lab.wake('terminal.quiet') });
  terminal.output.on('data', () => quiet.active());
  // From now on its new lines wake, too: nginx may take up the signal long after the terminal rests.
  await lab.world.kubernetes.logLines(pod, 'nginx');
  const known = new Set(before.workers.map(({ pid }) => pid));
  const renewed = comesTrue(async () => {
    const { workers } = await nginx();
    return workers.filter(({ pid }) => !known.has(pid)).length === before.workers.length;
  });
  const woken = wake(lab, 'terminal.quiet');
  terminal.write(`kill -HUP ${before.master.insidePid}\r`);
  await Promise.all([woken, renewed]);
  expect((await nginx()).master.startTicks).toBe(before.master.startTicks);
  quiet.stop();
  terminal.close();
});

test("beside the node: its processes, a shell on it, a learner's command that can be ended", async () => {
  expect(await run(lab, 'ps -C kubelet -o comm=; nsenter -t 1 -a hostname')).toBe(`kubelet\n${pod.node}`);
  const terminal = await lab.terminal({ columns: 100, rows: 30 });
  await shown(terminal, '# ');
  const begun = shown(terminal, '77');
  terminal.write('echo $((76+1)); sleep 1000\r');
  await begun;
  const ended = wake(lab, 'shell.command');
  await freeShell(lab.world);
  await ended;
  terminal.close();
});

test('nothing is left on the node by a machine that is removed', async () => {
  await using other = await openLearner({ node: true }, `test-other-${process.pid}`);
  const name = `seatrial-marker-${process.pid}`;
  await run(other, `bash -c 'exec -a ${name} sleep 1000 > /dev/null 2>&1 &'`);
  const seen = async () => (await lab.world.host.processes()).some(({ args }) => args.join(' ').includes(name));
  expect(await seen()).toBe(true);
  await other.remove();
  expect(await seen()).toBe(false);
});
