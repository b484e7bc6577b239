import type { PodParams } from './check.ts';

/** A container of a manifest. */
export type Part = {
  readonly name: string;
  readonly image: string;
  readonly imagePullPolicy: 'IfNotPresent';
  readonly command?: readonly string[];
  readonly stdin?: boolean;
  readonly tty?: boolean;
  readonly securityContext?: unknown;
};

export type Manifest = {
  readonly apiVersion: 'v1';
  readonly kind: 'Pod';
  readonly metadata: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly shareProcessNamespace?: boolean;
    readonly terminationGracePeriodSeconds: number;
    readonly containers: readonly Part[];
  };
};

/** A Pod that is as these parameters ask for, and nothing more. Its images are taken to run where they have a terminal. */
export function manifestOf({ name, labels, containers, sharesProcesses }: PodParams): Manifest {
  const wanted = containers.length > 0 ? containers : [{ name: 'main', image: 'busybox', capabilities: [] }];
  return {
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name, labels } },
    spec: {
      ...(sharesProcesses !== undefined && { shareProcessNamespace: sharesProcesses }),
      terminationGracePeriodSeconds: 1,
      containers: wanted.map((each) => ({
        ...{ name: each.name, image: each.image ?? 'busybox', imagePullPolicy: 'IfNotPresent', stdin: true, tty: true },
        ...(each.capabilities.length > 0 && { securityContext: { capabilities: { add: each.capabilities } } }),
      })),
    },
  };
}

/** What makes so many Pods of this kind, each as the manifest says but for its name. */
export function workloadOf(kind: 'Deployment' | 'StatefulSet', { metadata, spec }: Manifest, replicas = 1): unknown {
  const labels = { ...metadata.labels, made: metadata.name };
  return {
    ...{ apiVersion: 'apps/v1', kind, metadata },
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}
