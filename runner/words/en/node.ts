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
  'setup.doctor-kind': () => 'kind',
  'setup.doctor-kind-at': (v: { version: string; program: string }) => `${v.version} at ${v.program}`,
  'setup.doctor-kind-none': (v: { needed: string }) =>
    `kind ${v.needed} is not here yet: Seatrial fetches or builds one of its own for the first Kubernetes lab.`,
  'setup.doctor-kind-old': (v: { version: string; program: string; needed: string }) =>
    `${v.program} is ${v.version}, older than ${v.needed}: Seatrial fetches or builds one of its own for the first Kubernetes lab.`,
  'setup.doctor-kind-docker': () =>
    'kind makes clusters by the program `docker`, which is missing here. Kubernetes labs need it; on Debian or Ubuntu type:\nsudo apt-get install docker-cli || sudo apt-get install docker.io',
  'setup.doctor-kubernetes': () => 'Kubernetes labs',
  'setup.doctor-cluster-is': (v: { free: string; needed: string }) =>
    `their node is ready; they need ${v.needed} of memory, and ${v.free} is free`,
  'setup.doctor-cluster-low': (v: { free: string; needed: string }) =>
    `Only ${v.free} of memory is free; a cluster and a lab on it need ${v.needed}. Close other programs before you open one.`,
  'setup.doctor-node-with-go': (v: { version: string; program: string }) =>
    `Their node is not here yet. Where no image registry answers, it is built once, in some minutes, with Go ${v.version} (${v.program}); \`seatrial images build node\` does it now.`,
  'setup.doctor-node-without-go': () =>
    'Their node is not here yet. Where no image registry answers, it is built once, in some minutes, with Go in a container; that takes 2 GB of memory and, until it is done, 8 GB of disk. `seatrial images build node` does it now.',
};
