import { expect, test } from 'vitest';
import { startOrUnpause } from '../../../runner/infra/cluster/startOrUnpause.ts';
import { pause } from '../../helpers/pause.ts';
import { docker, maker } from './ours.ts';

test.each(['exited', 'paused'])(
  'a node that was %s, and that somebody else has started by now, is up',
  async (state) => {
    const node = await docker.createContainer({ Image: maker.image, Entrypoint: ['sleep', '600'] });
    try {
      if (state === 'exited') await startOrUnpause(docker, { id: node.id, state });
      else await node.start();
      if (state === 'paused') {
        await pause(node);
        await startOrUnpause(docker, { id: node.id, state });
      }
      await startOrUnpause(docker, { id: node.id, state });
      expect((await node.inspect()).State).toMatchObject({ Running: true, Paused: false });
    } finally {
      await node.remove({ force: true, v: true });
    }
    await expect(startOrUnpause(docker, { id: node.id, state })).rejects.toMatchObject({ statusCode: 404 });
  },
);
