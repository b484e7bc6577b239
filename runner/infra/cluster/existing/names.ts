/** Of the Role and the RoleBinding in a session's namespace. */
export const learnerRole = 'seatrial-learner';

/** The account that a learner is, in a namespace that they cannot reach. */
export const learnerAccount = 'learner';

/** Beside a session's namespace: the learner's account lies there, so that no learner removes it, or makes it another. */
export const accessOf = (namespace: string): string => `${namespace}-access`;

/** As the API names a session's learner. */
export const learnerOf = (namespace: string): string =>
  `system:serviceaccount:${accessOf(namespace)}:${learnerAccount}`;

/** A namespace's label by which Pods that reach for the node are refused ("Pod Security Admission" in Kubernetes' documentation). */
export const confined = { 'pod-security.kubernetes.io/enforce': 'baseline' };
