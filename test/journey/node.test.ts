import { homedir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { ownLab } from '../helpers/smallLab.ts';
import { newcomer } from './newcomer.ts';

const engine = new Docker();

const lab = (needs: string) => (text: string) =>
  text
    .replace('images: []', 'images: [nginx, busybox]')
    .replace('needs: { docker: {} }', `needs: { kubernetes: ${needs} }`)
    .replace(
      '- run: test -e /root/one || because "There is no file /root/one."',
      '- kubernetes/object: { kind: ConfigMap, name: one }',
    );

/** The control plane of the own cluster that this session has. */
async function nodeOf(session: string): Promise<Docker.Container> {
  const name = `seatrial-${session}-control-plane`;
  const [found] = await engine.listContainers({ all: true, filters: { name: [name] } });
  return engine.getContainer(found?.Id ?? '');
}

test.each([
  ['stopped', '{ cluster: own, node: true }', 'was stopped'],
  ['removed', '{ cluster: own }', 'was removed by somebody else'],
] as const)(
  'a node that is %s while a lab is open is told, blamed on nobody, and loses nothing',
  async (what, needs, says) => {
    // What makes clusters is fetched or built once for all of this computer.
    await using learner = await newcomer({ XDG_CACHE_HOME: process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache') });
    await using own = await ownLab('node', lab(needs));
    await using screen = await learner.run(['run', own.path, '--trust'], { columns: 100, rows: 30 });
    await screen.wait(/root@\S+:\S+# *$/m, 120_000);
    screen.keys('touch /root/mine', 'enter');
    await screen.wait('Waiting for you', 30_000);
    const [session = ''] = learner.sessions();
    const node = await nodeOf(session);
    try {
      await (what === 'stopped' ? node.stop({ t: 1 }) : node.remove({ force: true, v: true }));
      await screen.wait(says, 60_000);
      // A machine among the node's processes ends with it, and its learner is asked once the engine lets go of the shell.
      const asked = /Leave the lab\?|The shell has ended/;
      if (!asked.test(screen.screen())) screen.keys('switch', 'q');
      await screen.wait(asked, 30_000);
      screen.keys('k');
      const { exitCode } = await screen.exit;
      expect(exitCode).toBe(3);
      expect(screen.screen().replace(/\s+/g, ' ')).toContain(says);
      expect(learner.sessions()).toEqual([session]);
    } finally {
      await node.remove({ force: true, v: true }).catch(() => undefined);
    }
  },
);
