/** Where a machine beside a cluster has the kubeconfig by which check scripts ask. */
export const scriptKubeconfigPath = '/usr/lib/seatrial/kubeconfig';

/**
What makes the clients of a check script ask as nobody: the engine's log shows these calls as it shows the completion's, and
so does the cluster's audit log (images/machine/Dockerfile). They heed no setting of the learner's. A client by its path is as quiet.
*/
export const quiet: Readonly<Record<string, string>> = {
  DOCKER_API_VERSION: '1.044',
  DOCKER_HOST: 'unix:///var/run/docker.sock',
  DOCKER_CONFIG: '/usr/lib/seatrial/docker',
  KUBECONFIG: scriptKubeconfigPath,
};
