import type Dockerode from 'dockerode';

/** The learner's Docker engine, found and answering. */
export type Engine = {
  readonly docker: Dockerode;
  /** As `DOCKER_HOST` would name it: `unix:///var/run/docker.sock`. */
  readonly endpoint: string;
  readonly version: string;
  readonly cgroup: 'v1' | 'v2';
  /** What makes the docker program, and kind, speak to this very engine. */
  readonly env: Readonly<Record<string, string>>;
};

export type Env = Readonly<Record<string, string | undefined>>;
