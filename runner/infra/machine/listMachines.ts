import type Docker from 'dockerode';
import { machineFilter, recordOf } from './labels.ts';
import type { MachineRecord } from './model.ts';

/** Every machine on this engine, whoever made it. */
export const listMachines = async (docker: Docker): Promise<readonly MachineRecord[]> =>
  (await docker.listContainers({ all: true, filters: machineFilter })).map(recordOf);
