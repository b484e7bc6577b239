/** kind's release that Seatrial is tried with; its cluster images are pinned in `images/node/Dockerfile`. */
export const kindVersion = '0.33.0';

/** SHA-256 of each program, as the release publishes them beside it (`*.sha256sum`). */
const sums: Readonly<Record<string, string>> = {
  'linux-amd64': 'aee6151561422756b764a4ae28e7f44cda5af5a9eead3cc9985112b1de8d8e0d',
  'linux-arm64': '20022bee6cfcd5086cb7234d218e3454e6090022f2a8f55d1fa7fcf42c3867a2',
  'darwin-amd64': '5a99f26f57246dc9319dd294803313197a0f34d33c525b3ea8b655db5916ece0',
  'darwin-arm64': '0c8c7dbe5e23594a198b786c4bc13dacc101fa6196b0cb0b23a1ca44e61f4b4f',
};

export type KindRelease = { readonly url: string; readonly sha256: string };

/** Where the program for this computer is, and what it must be; undefined where none is published. */
export function kindRelease(platform: string, arch: string): KindRelease | undefined {
  const name = `${platform}-${arch === 'x64' ? 'amd64' : arch}`;
  const sha256 = sums[name];
  if (!sha256) return undefined;
  return { url: `https://github.com/kubernetes-sigs/kind/releases/download/v${kindVersion}/kind-${name}`, sha256 };
}
