import { message } from '../../words/message.ts';
import { WorldError } from '../world.ts';
import type { DockerWorld } from './model.ts';

const lacking = (): WorldError => new WorldError(message('world.no-docker'), { blame: 'lab' });
const reject = () => Promise.reject(lacking());
const fail = (): never => {
  throw lacking();
};

/** What a check finds that asks for Docker where its lab has not asked for an engine. */
export const withoutDocker: DockerWorld = {
  answers: reject,
  answeringSince: fail,
  containers: reject,
  container: reject,
  processes: reject,
  remembered: fail,
  removed: fail,
  imageId: reject,
  imageNamedAt: reject,
  stock: reject,
  objects: reject,
  isArriving: () => false,
  brought: () => undefined,
  changes: reject,
  file: reject,
  impostor: reject,
  made: reject,
  execs: reject,
  execTimes: fail,
  calls: fail,
  events: fail,
  logs: reject,
  repeat: reject,
  whyNotCreated: reject,
  programRuns: reject,
  programsTold: reject,
};
