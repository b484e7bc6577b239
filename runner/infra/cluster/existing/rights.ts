import type { Api } from '../../../world/kubernetes/call.ts';
import { newNamespace } from '../names.ts';
import { accessOf } from './names.ts';
import { learnerRules } from './rules.ts';

/** One thing that may be asked of the API (ResourceAttributes in the Kubernetes API reference). */
type Attributes = {
  readonly verb: string;
  readonly group: string;
  /** With its subresource: `pods/log`. */
  readonly resource: string;
  readonly namespace?: string;
};

/** Rights that are missing, as people write them: `create, delete namespaces`. */
export type Rights = string;

type Review = { readonly status?: { readonly allowed?: boolean } };

/**
What the runner lacks of what it needs to give a lab its place: empty where nothing is missing. Everything is asked at once
(SelfSubjectAccessReview), and nothing is made.
*/
export async function missingRights(api: Api): Promise<readonly Rights[]> {
  const all = { verb: '*', group: '*', resource: '*' };
  const namespace = newNamespace();
  const needed = own(namespace);
  const given = learnerRules.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) =>
      resources.flatMap((resource) => verbs.map((verb) => ({ verb, group, resource, namespace }))),
    ),
  );
  // Who may do everything is asked nothing else.
  if (await may(api, all)) return [];
  const passes = (each: Attributes) => may(api, each);
  const [ownMay, givenMay, mayGive] = await Promise.all([
    Promise.all(needed.map(passes)),
    Promise.all(given.map(passes)),
    Promise.all(granting(namespace).map(passes)),
  ]);
  const missing = needed.filter((_, index) => !ownMay[index]);
  // Nobody gives by a Role what they do not hold, but for who holds `escalate` and `bind`.
  const withheld = mayGive.every(Boolean) ? [] : given.filter((_, index) => !givenMay[index]);
  return inWords([...missing, ...withheld]);
}

const rbac = 'rbac.authorization.k8s.io';

/** What the runner does itself: makes the place, looks into it, keeps it whole, and takes it away. */
function own(namespace: string): readonly Attributes[] {
  const access = accessOf(namespace);
  const each = (verbs: string, group: string, resource: string, where: string): readonly Attributes[] =>
    verbs.split(' ').map((verb) => ({ verb, group, resource, namespace: where }));
  const seen = learnerRules.flatMap(({ apiGroups, resources }) =>
    apiGroups.flatMap((group) =>
      resources
        .filter((resource) => !resource.includes('/') && resource !== 'bindings')
        .flatMap((resource) => each('get list watch', group, resource, namespace)),
    ),
  );
  return [
    { verb: 'create', group: '', resource: 'namespaces' },
    ...each('get delete', '', 'namespaces', namespace),
    ...each('create', '', 'serviceaccounts', access),
    ...each('create', '', 'serviceaccounts/token', access),
    ...each('create update', rbac, 'roles', namespace),
    ...each('create update', rbac, 'rolebindings', namespace),
    ...each('create deletecollection', '', 'pods', namespace),
    ...each('get', '', 'pods/log', namespace),
    ...seen,
  ];
}

const granting = (namespace: string): readonly Attributes[] => [
  { verb: 'escalate', group: rbac, resource: 'roles', namespace },
  { verb: 'bind', group: rbac, resource: 'roles', namespace },
];

async function may(api: Api, { verb, group, resource: path, namespace }: Attributes): Promise<boolean> {
  const [resource, subresource] = path.split('/');
  const { status } = await api.call<Review>('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: { verb, group, resource, subresource, namespace } },
    },
  });
  return status?.allowed ?? false;
}

/** What is missing of the same verbs in one line: `create, delete namespaces, roles.rbac.authorization.k8s.io`. */
function inWords(missing: readonly Attributes[]): readonly Rights[] {
  const byResource = Map.groupBy(missing, ({ resource, group }) => (group === '' ? resource : `${resource}.${group}`));
  const verbsOf = (found: readonly Attributes[]): string => {
    const verbs = new Set(found.map(({ verb }) => verb));
    return verbs.has('*') ? '*' : [...verbs].join(', ');
  };
  const byVerbs = Map.groupBy(byResource, ([, found]) => verbsOf(found));
  return [...byVerbs].map(([verbs, found]) => `${verbs} ${found.map(([resource]) => resource).join(', ')}`);
}
