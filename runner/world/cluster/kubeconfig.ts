type Access = {
  readonly cluster: string;
  readonly server: string;
  /** Base64 of a PEM. */
  readonly authority: string;
  readonly user: string;
  readonly token: string;
  readonly namespace: string;
};

/** A kubeconfig, as kubectl reads it. */
export const kubeconfigText = ({
  cluster,
  server,
  authority,
  user,
  token,
  namespace,
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
`;
