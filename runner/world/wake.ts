/**
What may have changed, as a dotted topic. A check that wakes on `docker.container` is woken by `docker.container.start`.

- `docker.container.<event>`, `docker.exec.<event>`, `docker.image.<event>`, `docker.network.<event>`, `docker.volume.<event>`
- `docker.container.inspected`: PID, addresses or error of a container are known now, soon after the event that changed them
- `docker.api`: somebody called the engine's API; `docker.api.refused`: it has said why it did not do so; `docker.log`: a container whose log is read has written something
- `kubernetes.object.<Kind>`: an object of this kind was made, changed or deleted
- `kubernetes.action`: the learner called the Kubernetes API; `kubernetes.action.<subresource>` for exec, attach, log …
- `kubernetes.exec`: an exec in a Pod was asked for, started or has ended; `kubernetes.read`: a file of a container that is watched was read
- `kubernetes.log`: a container in a Pod has written a line; `kubernetes.event`: the cluster said something about an object
- `program`: a program was run in a container that is watched over, or read a folder there
- `shell.command`: a command in a shell of the machine ended
- `terminal.quiet`: what the learner sees has changed and is still again, or has gone on changing for a second
- `tick`, `reconnected`: look at everything again
*/
export type Topic = string;

export type Wake = {
  readonly topic: Topic;
  /** When it happened, by the machine's clock, in ms since 1970. */
  readonly at: number;
  /** The object that it concerns, if there is one: a container's id. */
  readonly subject?: string;
};

export const everything: readonly Topic[] = ['tick', 'reconnected'];

/** Whether a wake of this topic concerns somebody who waits for these topics. */
export const concerns = (wanted: readonly Topic[], topic: Topic): boolean =>
  everything.includes(topic) || wanted.some((each) => topic === each || topic.startsWith(`${each}.`));
