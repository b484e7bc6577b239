import { expect, test } from 'vitest';
import { apply, openLearner } from '../helpers/kubernetes/learner.ts';
import { labFrom, openLive } from './live.ts';

const text = `
format: 1
id: ended
title: A container that has ended
minutes: 1
needs: { kubernetes: {} }
steps:
  - id: run
    title: Run
    text: Run it.
    checks:
      - kubernetes/pod: { name: once, ready: false, phase: Succeeded, as: once }
    solution: kubectl run once --image=busybox
  - id: ask
    title: Ask
    text: Look at it.
    ask: Which PID does it have?
    answer: "\${once.container.main.process.insidePid}"
    solution: kubectl get pods
`;

const pod = `
apiVersion: v1
kind: Pod
metadata: { name: once }
spec:
  restartPolicy: Never
  containers: [{ name: main, image: busybox, imagePullPolicy: IfNotPresent, command: ['true'] }]
`;

test('who is asked about a container that is not running is told so, and the lab is not to blame', async () => {
  await using machine = await openLearner({}, `test-answer-${process.pid}`);
  const { session, until, events } = openLive(labFrom(text), machine);
  await apply(machine, pod);
  await until(() => session.state().current === 1);
  session.send({ type: 'answer', text: '1' });
  await until(() => events.some(({ type }) => type === 'question.answered'));
  const answered = events.find(({ type }) => type === 'question.answered');
  expect(answered).toMatchObject({ verdict: { status: 'pending', because: { id: 'fact.container-stopped' } } });
  await session.close();
}, 120_000);
