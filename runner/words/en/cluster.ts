/** About clusters: how they are made, kept and proven, and why they cannot be had. */
export const cluster = {
  'cluster.silent': (v: { server: string; said: string }) =>
    `The cluster's API server at ${v.server} does not answer: ${v.said}. Wait a moment, then press \`r\` to look again; if it stays silent, leave the lab and open it again.`,
  'cluster.kubeconfig-unreadable': (v: { said: string }) =>
    `The kubeconfig of the cluster cannot be read: ${v.said}. Remove the cluster with \`seatrial clean\` and open the lab again; it makes a new one.`,
};
