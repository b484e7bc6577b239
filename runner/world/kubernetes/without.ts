import { message } from '../../words/message.ts';
import { WorldError } from '../world.ts';
import type { KubernetesWorld } from './model.ts';

const lacking = (): WorldError => new WorldError(message('world.no-cluster'), { blame: 'lab' });
const reject = () => Promise.reject(lacking());
const fail = (): never => {
  throw lacking();
};

/** What a check finds that asks for Kubernetes where its lab has not asked for a cluster. */
export const withoutCluster: KubernetesWorld = {
  namespace: '',
  audited: false,
  hasNodes: false,
  answers: reject,
  objects: reject,
  removed: fail,
  hindrances: reject,
  pods: reject,
  processes: reject,
  file: reject,
  details: reject,
  readFile: reject,
  troubled: reject,
  acts: reject,
  shells: reject,
  execs: reject,
  readers: reject,
  logs: reject,
  logLines: reject,
  written: reject,
  previousLogs: reject,
  events: reject,
  actions: fail,
  strays: fail,
  request: reject,
};
