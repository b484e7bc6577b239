/** About what Kubernetes labs need: kind, the node's image, Go to build them with. */
export const node = {
  'setup.task-node': (v: { version: string }) =>
    `Building a Kubernetes ${v.version} node from Debian packages and Go modules`,
  'setup.task-go': () => 'Installing Go in a container, to build with',
  'setup.images-go': () => 'Go, to build the node with; it may be removed',
  'setup.left': (v: { time: string }) => `about ${v.time} left`,
  'setup.task-kind': (v: { version: string }) => `Fetching kind ${v.version}, which makes clusters`,
  'setup.task-kind-build': (v: { version: string }) => `Building kind ${v.version} from Go modules`,
  'setup.kind-other': () => 'Another Seatrial fetches kind just now. This one waits for it.',
  'setup.go-unreachable': (v: { what: string; log: string }) =>
    `Go cannot fetch the modules that ${v.what} is built from. Check the network, and \`GOPROXY\` or \`HTTPS_PROXY\` if you need one, then type the same again; it goes on where it was.\n\n${v.log}\n`,
  'setup.go-memory': (v: { what: string; log: string }) =>
    `The memory did not suffice to build ${v.what}: that takes 2 GB. Close other programs, then type the same again; it goes on where it was.\n\n${v.log}\n`,
  'setup.go-failed': (v: { what: string; log: string }) =>
    `${v.what} could not be built. The last lines say why; \`seatrial doctor\` shows whether memory or disk is short:\n\n${v.log}\n`,
};
