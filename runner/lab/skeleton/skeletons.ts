import { dockerLab, dockerLabJa } from './docker.ts';
import { kubernetesLab, kubernetesLabJa } from './kubernetes.ts';
import type { SkeletonRequest } from './request.ts';

type Skeleton = {
  readonly lab: (request: SkeletonRequest, schema: string) => string;
  readonly japanese: (request: SkeletonRequest) => string;
  /** What it is about, for a lab that nobody has given a title yet. */
  readonly title: { readonly en: string; readonly ja: string };
};

/** The labs to start from, by the engine that they run on. */
export const skeletons = {
  docker: {
    lab: dockerLab,
    japanese: dockerLabJa,
    title: { en: 'Find the name of a container', ja: 'コンテナの名前を調べる' },
  },
  kubernetes: {
    lab: kubernetesLab,
    japanese: kubernetesLabJa,
    title: { en: 'Reach two Pods by one name', ja: '2つのPodに1つの名前で接続する' },
  },
} as const satisfies Record<string, Skeleton>;

export type Engine = keyof typeof skeletons;
