import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/folder.ts';

type Labels = Readonly<Record<string, string>>;
type Listed = { readonly Labels?: Labels };

/**
The engine as if it had no other containers than those of these sessions, and those that `also` says, and no network of machines: other tests
have their machines there, too.
*/
export async function ownEngine(sessions: () => readonly string[], also: (labels: Labels) => boolean = () => false) {
  const folder = await temporaryFolder();
  const socket = join(folder.path, 'docker.sock');
  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    const onward = request({ socketPath: '/var/run/docker.sock', method, path: url, headers }, async (found) => {
      if (!/\/containers\/json|\/networks(?:\?|$)/.test(url ?? '')) {
        answer.writeHead(found.statusCode ?? 500, found.headers);
        found.pipe(answer);
        return;
      }
      const all: readonly Listed[] = JSON.parse(Buffer.concat(await found.toArray()).toString());
      const isNetwork = url?.includes('/networks');
      const own = ({ Labels = {} }: Listed) =>
        isNetwork
          ? Labels['seatrial.kind'] !== 'machine-network'
          : sessions().includes(Labels['seatrial.session'] ?? '') || also(Labels);
      answer.end(JSON.stringify(all.filter(own)));
    });
    asked.pipe(onward);
  });
  await once(server.listen(socket), 'listening');
  return {
    host: `unix://${socket}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), 'close');
      await folder[Symbol.asyncDispose]();
    },
  };
}
