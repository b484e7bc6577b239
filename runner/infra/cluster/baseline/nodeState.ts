import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type Docker from 'dockerode';
import { kindNetwork } from '../../../world/kubernetes/cluster.ts';
import { nodeFolder } from '../names.ts';
import { readFiles } from '../nodeFiles.ts';

/** Files by which a control plane is what it is, by their paths on it, as one was left that was given to nobody. */
export type NodeState = {
  /** The node's own then: it stands in some of them. */
  readonly address: string;
  readonly files: Readonly<Record<string, string>>;
};

/** What kubelet makes Pods of by itself: one file more here is one Pod more. */
const manifests = '/etc/kubernetes/manifests';

// Keys and certificates are left out: what is broken there breaks the API server, and a cluster without one is made anew.
const folders = ['/etc/kubernetes', '/var/lib/kubelet/config.yaml', '/var/lib/kubelet/kubeadm-flags.env', nodeFolder];
const isWanted = (path: string): boolean =>
  /^\/etc\/kubernetes\/(manifests\/)?[^/]+\.(conf|yaml)$|^\/var\/lib\/kubelet\/|\/audit-policy\.yaml$/.test(path);

/** Reads it from a control plane. */
export async function nodeState(control: Docker.Container): Promise<NodeState> {
  const read = async (from: string) =>
    [...(await readFiles(control, from))].map(
      ([path, content]) => [path === '' ? from : `${from}/${path}`, content] as const,
    );
  const [{ NetworkSettings }, ...found] = await Promise.all([control.inspect(), ...folders.map(read)]);
  const files = found.flat().filter(([path]) => isWanted(path));
  return {
    address: NetworkSettings.Networks[kindNetwork]?.IPAddress ?? '',
    files: Object.fromEntries(files.map(([path, content]) => [path, content.toString()])),
  };
}

/** How a control plane's files differ from what they were: contents to be written, and paths to be removed. */
export type NodeDifference = {
  readonly write: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
};

/** Compares them. That a node has another address by now is no difference, nor that it is called by its name instead. */
export function differingFiles(was: NodeState, now: NodeState, name: string): NodeDifference {
  const alike = (text: string, { address }: NodeState) => named(text.replaceAll(whole(address), name), name);
  const write = Object.entries(was.files).flatMap(([path, content]): [string, string][] => {
    const is = now.files[path];
    if (is !== undefined && alike(is, now) === alike(content, was)) return [];
    return [[path, content.replaceAll(whole(was.address), now.address)]];
  });
  const remove = Object.keys(now.files).filter((path) => path.startsWith(manifests) && !(path in was.files));
  return { write: Object.fromEntries(write), remove };
}

const whole = (address: string): RegExp => new RegExp(`(?<![\\d.])${address.replaceAll('.', '\\.')}(?![\\d.])`, 'g');
const named = (text: string, name: string): string => text.replaceAll(`https://${name}:`, 'https://node:');

export const writeNodeState = (state: NodeState): Promise<Buffer> => promisify(gzip)(JSON.stringify(state));

/** Rejects where these bytes are none. */
export const readNodeState = async (bytes: Buffer): Promise<NodeState> =>
  JSON.parse((await promisify(gunzip)(bytes)).toString());
