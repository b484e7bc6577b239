import { expect, test } from 'vitest';
import { rouse } from '../../../runner/infra/cluster/rouse.ts';
import { pause } from '../../helpers/pause.ts';
import { docker, maker } from './ours.ts';

test.each(['exited', 'paused'])(
  'a node that was %s, and that somebody else has roused by now, is up',
  async (state) => {
    const node = await docker.createContainer({ Image: maker.image, Entrypoint: ['sleep', '600'] });
    try {
      if (state === 'exited') await rouse(docker, { id: node.id, state });
      else await node.start();
      if (state === 'paused') {
        await pause(node);
        await rouse(docker, { id: node.id, state });
      }
      await rouse(docker, { id: node.id, state });
      expect((await node.inspect()).State).toMatchObject({ Running: true, Paused: false });
    } finally {
      await node.remove({ force: true, v: true });
    }
    await expect(rouse(docker, { id: node.id, state })).rejects.toMatchObject({ statusCode: 404 });
  },
);
