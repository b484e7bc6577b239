import { Readable } from 'node:stream';
import type { Engine } from '../engine/engine.ts';

/** Several images in one archive, what they share in it once (Engine API, `GET /images/get`); its types lack the call. */
export const saveImages = ({ docker }: Engine, names: readonly string[]): Promise<Readable> =>
  new Promise((resolve, reject) => {
    const call = {
      path: '/images/get?',
      method: 'GET',
      options: { names },
      isStream: true,
      statusCodes: { 200: true, 500: 'server error' },
    };
    docker.modem.dial(call, (error, archive) => (archive instanceof Readable ? resolve(archive) : reject(error)));
  });
