/** About what Kubernetes labs need: kind, the node's image, Go to build them with. */
export const node = {
  'setup.task-node': (v: { version: string }) =>
    `Building a Kubernetes ${v.version} node from Debian packages and Go modules`,
  'setup.task-go': () => 'Installing Go in a container, to build with',
  'setup.left': (v: { time: string }) => `about ${v.time} left`,
  'setup.go-unreachable': (v: { log: string }) =>
    `Go cannot fetch the modules that Kubernetes is built from. Check the network, and \`GOPROXY\` or \`HTTPS_PROXY\` if you need one, then type the same again; it goes on where it was.\n\n${v.log}\n`,
  'setup.go-failed': (v: { log: string }) =>
    `Kubernetes could not be built. The last lines say why; \`seatrial doctor\` shows whether memory or disk is short:\n\n${v.log}\n`,
};
