import type Docker from 'dockerode';
import { z } from 'zod';
import { statusOf } from '../statusOf.ts';
import type { Connection } from './connection.ts';
import type { ApiCall, DockerWorld } from './model.ts';

const creation = z.looseObject({ Image: z.string() });
const refusal = z.object({ message: z.string() });

/** No container's name: see `RestrictedNameChars` in moby's `daemon/names`. */
const noName = '-';

/** Asks for the same container under a name that can be none: nothing is made, whatever the settings are. */
function askInVain(docker: Docker, { version, body }: ApiCall): Promise<string | undefined> {
  const settings = creation.safeParse(body).data;
  if (!settings) return Promise.resolve(undefined);
  const options = {
    path: `${version === undefined ? '' : `/v${version}`}/containers/create?`,
    ...{ method: 'POST', statusCodes: { 400: true } },
    options: { _query: { name: noName }, _body: settings },
  };
  return new Promise((resolve, reject) => {
    docker.modem.dial(options, (error: unknown, body: unknown) => {
      const said = refusal.safeParse(body).data?.message;
      if (error && statusOf(error) === undefined) reject(error);
      else resolve(said?.startsWith('Invalid container name') ? undefined : said);
    });
  });
}

/**
Why the engine refused a container's settings, which it tells only to its client. It looks at them before it looks at the name
(`containerCreate` in moby's `daemon/create.go`). Asked once for each call.
*/
export function whyNotCreated(connection: () => Connection): DockerWorld['whyNotCreated'] {
  const known = new WeakMap<ApiCall, Promise<string | undefined>>();
  const ask = async (call: ApiCall, signal?: AbortSignal) => {
    const said = await connection().ask((docker) => askInVain(docker, call), signal);
    return said === 'absent' ? undefined : said;
  };
  return (call, signal) => {
    const before = known.get(call);
    if (before) return before;
    const asking = ask(call, signal);
    known.set(call, asking);
    asking.catch(() => known.delete(call));
    return asking;
  };
}
