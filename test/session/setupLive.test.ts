import { expect, test } from 'vitest';
import { openMachine, run, type } from '../helpers/machine.ts';
import { labFrom, openLive } from './live.ts';

const lab = labFrom(`
format: 1
id: prepared
title: Prepared
minutes: 1
needs: { docker: {} }
images: [linux]
setup:
  run: |
    echo lab >> /root/ran
    docker run -d --name web linux sleep 300
steps:
  - id: look
    title: Look
    setup:
      run: |
        echo look >> /root/ran
        docker exec web ls / > /root/list
        sleep 1000 &
        docker ps
    checks:
      - docker/did: { list: containers }
      - run: test -e /root/done || because "There is no /root/done."
    solution: docker ps; touch /root/done
  - id: broken
    title: Broken
    setup:
      run: |
        docker run --name other linux true
        false
        echo never >> /root/ran
    checks:
      - run: test -e /root/never || because "Never."
    solution: touch /root/never
`);

test('what prepares a lab and its steps is nobody’s act on a machine, and is done once', async () => {
  await using machine = await openMachine('prepared');
  const { session, events, until } = openLive(lab, machine);
  await until(() => session.state().steps[0]?.status === 'open' || session.state().trouble !== undefined);
  await session.rested();
  expect(session.state().trouble).toBeUndefined();
  expect(await run(machine, 'cat /root/ran')).toBe('lab\nlook');
  expect(machine.world.docker.calls(0)).toEqual([]);
  expect((await machine.world.docker.execs(0)).filter(({ asked }) => asked)).toEqual([]);
  const list = session.state().steps[0]?.verdicts[0];
  expect(list).toMatchObject({ status: 'pending' });
  expect(list).not.toHaveProperty('attempt');
  // What goes on in the background lives on.
  const isSleeper = ({ args }: { readonly args: readonly string[] }) => args.join(' ') === 'sleep 1000';
  expect((await machine.world.host.processes()).filter(isSleeper)).toHaveLength(1);
  await session.close();

  const again = openLive(lab, machine, events);
  await again.session.settled();
  expect(await run(machine, 'cat /root/ran')).toBe('lab\nlook');
  const terminal = await machine.terminal({ columns: 80, rows: 24 });
  await type(machine, terminal, 'docker ps; touch /root/done');
  await again.until(() => again.session.state().troubleOf === 'setup');
  const { steps, trouble } = again.session.state();
  expect(steps.map(({ status }) => status)).toEqual(['solved', 'ahead']);
  expect(trouble).toMatchObject({ id: 'setup.failed', values: { code: 1 } });
  expect(await run(machine, 'cat /root/ran')).toBe('lab\nlook');
  await again.session.close();
}, 90_000);
