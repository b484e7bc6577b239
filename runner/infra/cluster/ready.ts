import { z } from 'zod';
import type { Api } from '../../world/kubernetes/call.ts';
import type { KubernetesObject } from '../../world/kubernetes/model.ts';
import { until } from './until.ts';

const conditions = z.object({ conditions: z.array(z.object({ type: z.string(), status: z.string() })).default([]) });

type Named = Pick<KubernetesObject, 'status'> & { readonly metadata: { readonly name: string } };

const has = (condition: string) => (object: Pick<Named, 'status'>) =>
  conditions
    .safeParse(object.status)
    .data?.conditions.some(({ type, status }) => type === condition && status === 'True') ?? false;

/** Resolves once this many nodes can be given Pods. */
export const nodesReady = (api: Api, nodes: number, signal: AbortSignal): Promise<void> =>
  until(api, '/api/v1/nodes', (found) => found.filter(has('Ready')).length >= nodes, signal);

const parts = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'];

/** Resolves once every part of the control plane runs: the kubelet has each from a file of the node. */
export const controlPlaneReady = (api: Api, signal: AbortSignal): Promise<void> =>
  until(
    api,
    '/api/v1/namespaces/kube-system/pods?labelSelector=tier%3Dcontrol-plane',
    (found) =>
      parts.every((part) => found.some((each) => each.metadata.labels?.component === part && has('Ready')(each))),
    signal,
  );

const deployments = ['coredns', 'local-path-provisioner'];

/** Whether these Deployments are such that names resolve and volumes are provisioned. */
export const areServicesReady = (found: readonly Named[]): boolean =>
  deployments.every((name) => found.some((each) => each.metadata.name === name && has('Available')(each)));

/** Resolves once names resolve and volumes are provisioned. */
export const servicesReady = (api: Api, signal: AbortSignal): Promise<void> =>
  until(api, '/apis/apps/v1/deployments', areServicesReady, signal);

/** Resolves once Pods can be made in a namespace: before its default account is there they are refused. */
export async function namespaceReady(api: Api, namespace: string, signal: AbortSignal): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}`;
  const there = (found: readonly KubernetesObject[]) => found.length > 0;
  await Promise.all([
    until(api, `${path}/serviceaccounts?fieldSelector=metadata.name%3Ddefault`, there, signal),
    // Every Pod mounts it; the kubelet looks again for what lacks only after half a second.
    until(api, `${path}/configmaps?fieldSelector=metadata.name%3Dkube-root-ca.crt`, there, signal),
  ]);
}
