import type Docker from 'dockerode';
import { listMachines } from '../machine/listMachines.ts';
import { kubeconfigPath } from './names.ts';
import { readFiles, writeFiles } from './nodeFiles.ts';

const token = /\btoken:\s*(?:>-?\s+)?(\S+)/;

/** A token that ends sooner than this is taken for ended, in ms: who goes on with a lab wants to work in it. */
const soon = 12 * 3600 * 1000;

/** Gives a machine's kubeconfig the token of a fresh one where its own has ended, or soon will. What else the learner has changed in it stays. */
export async function renewToken(container: Docker.Container, fresh: string): Promise<void> {
  const [, next] = token.exec(fresh) ?? [];
  if (next !== undefined) await putToken(container, next, (old) => endOf(old) - Date.now() <= soon);
}

/** Gives the machines of a session a token in place of the one that they have, which lets nobody in any more. */
export async function giveToken(docker: Docker, session: string, next: string): Promise<void> {
  const own = (await listMachines(docker)).filter((each) => each.session === session);
  await Promise.all(own.map(({ id }) => putToken(docker.getContainer(id), next, () => true)));
}

async function putToken(container: Docker.Container, next: string, isDue: (old: string) => boolean): Promise<void> {
  const text = (await readFiles(container, kubeconfigPath)).get('')?.toString();
  const [, old] = token.exec(text ?? '') ?? [];
  if (text === undefined || old === undefined || !isDue(old)) return;
  await writeFiles(container, { [kubeconfigPath]: text.replace(old, next) });
}

/** When a ServiceAccount's token ends, in ms since 1970 (`exp`, RFC 7519); never for one that does not say. */
function endOf(jwt: string): number {
  try {
    const { exp }: { readonly exp?: number } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
    return exp === undefined ? Number.POSITIVE_INFINITY : exp * 1000;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
