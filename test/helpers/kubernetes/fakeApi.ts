import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { type Api, openApi } from '../../../runner/world/kubernetes/call.ts';
import { listening } from '../listening.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures/tls', name), 'utf8');

/** What stands in an API server's place, to answer as a real one does at a moment that cannot be had at will. `await using` closes it. */
export async function fakeApi(answer: RequestListener): Promise<{ readonly api: Api } & AsyncDisposable> {
  const server = await listening(0, answer, { key: fixture('key.pem'), cert: fixture('cert.pem') });
  const api = await openApi(
    JSON.stringify({
      ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'fake' },
      clusters: [
        {
          name: 'fake',
          cluster: {
            server: `https://127.0.0.1:${server.port}`,
            'certificate-authority-data': Buffer.from(fixture('ca.pem')).toString('base64'),
          },
        },
      ],
      users: [{ name: 'fake', user: { token: 'none' } }],
      contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'fake' } }],
    }),
  );
  return {
    api,
    [Symbol.asyncDispose]: async () => {
      api.close();
      await server[Symbol.asyncDispose]();
    },
  };
}
