import { randomBytes } from 'node:crypto';

/** Of the Role and the RoleBinding in a session's namespace. */
export const learnerRole = 'seatrial-learner';

/** The account that a learner is, in a namespace that they cannot reach. */
export const learnerAccount = 'learner';

/** A name for a new session's namespace, which is never used again. */
export const newNamespace = (): string => {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return `lab-${[...randomBytes(6)].map((byte) => letters[byte % letters.length]).join('')}`;
};

/** Beside a session's namespace: the learner's account lies there, so that no learner removes it, or makes it another. */
export const accessOf = (namespace: string): string => `${namespace}-access`;

/** As the API names a session's learner. */
export const learnerOf = (namespace: string): string =>
  `system:serviceaccount:${accessOf(namespace)}:${learnerAccount}`;

/** A namespace's label by which Pods that reach for the node are refused ("Pod Security Admission" in Kubernetes' documentation). */
export const confined = { 'pod-security.kubernetes.io/enforce': 'baseline' };
