type Access = {
  readonly cluster: string;
  readonly server: string;
  /** Base64 of a PEM. */
  readonly authority: string;
  readonly user: string;
  readonly token: string;
  readonly namespace: string;
  /** Asks as this one, who may do everything, instead of the account that the token is of. */
  readonly as?: string;
};

/** A kubeconfig, as kubectl reads it. */
export const kubeconfigText = ({
  cluster,
  server,
  authority,
  user,
  token,
  namespace,
  as,
}: Access): string => `apiVersion: v1
kind: Config
current-context: ${cluster}
contexts:
  - name: ${cluster}
    context:
      cluster: ${cluster}
      namespace: ${namespace}
      user: ${user}
clusters:
  - name: ${cluster}
    cluster:
      server: ${server}
      certificate-authority-data: ${authority}
users:
  - name: ${user}
    user:
      token: ${token}
${as === undefined ? '' : `      as: ${as}\n      as-groups: [system:masters]\n`}`;
