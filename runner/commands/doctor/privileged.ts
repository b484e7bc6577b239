import type { Engine } from '../../infra/engine/engine.ts';
import { message } from '../../words/message.ts';
import type { Examined } from './examined.ts';

const title = message('setup.doctor-privileged');

/** Starts a privileged container for real and removes it: only the engine itself knows whether it may. */
export async function examinePrivileged({ docker }: Engine, reference: string | undefined): Promise<Examined> {
  const id = 'privileged';
  if (!reference) {
    return { id, title, status: 'warning', detail: message('setup.doctor-privileged-untried') };
  }
  const begun = performance.now();
  try {
    const container = await docker.createContainer({
      Image: reference,
      Entrypoint: ['/bin/true'],
      Cmd: [],
      Labels: { seatrial: 'doctor' },
      HostConfig: { Privileged: true, NetworkMode: 'none' },
    });
    try {
      await container.start();
      await container.wait();
    } finally {
      await container.remove({ force: true, v: true });
    }
    const ms = Math.round(performance.now() - begun);
    return { id, title, status: 'ok', detail: message('setup.doctor-privileged-ok', { ms }) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { id, title, status: 'failed', detail: message('setup.doctor-privileged-no', { text }) };
  }
}
