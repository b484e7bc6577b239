import type { Question } from '../../lab/lab.ts';
import { errored, pending, type Verdict } from '../../verdict/verdict.ts';
import { type Message, message } from '../../words/message.ts';
import type { Container } from '../../world/docker/model.ts';
import type { Pod } from '../../world/kubernetes/model.ts';
import type { Core } from '../core.ts';
import { type Reference, referencesIn } from '../template.ts';

/**
Why there is no right answer now. What was there once is the learner's to put back, or on its way; the lab is at fault only for what
nothing in it could ever give.
*/
export async function whyUnreadable(core: Core, question: Question): Promise<Verdict> {
  const references = question.answer.flatMap(referencesIn);
  for (const reference of references) {
    const why = await whyMissing(core, reference);
    if (why) return pending(why, { attempt: true });
  }
  const template = question.answer.join(', ');
  const isKnown = ({ name }: Reference) => name === 'host' || core.state().facts[name] !== undefined;
  return references.every(isKnown)
    ? pending(message('fact.not-now'), { attempt: true })
    : errored('lab', message('fact.unreadable', { template }));
}

async function whyMissing({ state, world }: Core, { name, path }: Reference): Promise<Message | undefined> {
  const fact = state().facts[name];
  if (fact?.kind === 'container') {
    const container = await world.docker.container(fact.id);
    return container && ofContainer(container, path);
  }
  if (fact?.kind !== 'pod') return undefined;
  const pod = (await world.kubernetes.pods()).find(({ uid }) => uid === fact.uid);
  return pod && ofPod(pod, path);
}

const ownProcess: readonly (string | undefined)[] = ['process', 'main', 'processes'];

function ofContainer({ name, networks }: Container, [field, network]: readonly string[]): Message | undefined {
  if (ownProcess.includes(field)) return message('fact.no-process', { name });
  if (field !== 'ip' && field !== 'networks') return undefined;
  // A container on one of these can be put on no other: "Connect a container to a network", Docker Engine API reference.
  const alone = networks.find((each) => each.name === 'none' || each.name === 'host');
  if (alone) return message('fact.no-address', { name, network: alone.name });
  return message('fact.off-network', { name, network: network ?? 'bridge' });
}

function ofPod({ name, containers }: Pod, [field, part]: readonly string[]): Message | undefined {
  if (field === 'ip') return message('fact.pod-no-address', { name });
  const container = field === 'container' ? containers.find((each) => each.name === part) : undefined;
  return container && message('fact.container-stopped', { name, container: container.name });
}
