import type { Adversary } from '../../../runner/api.ts';
import { quoted } from '../command.ts';
import type { ContainerParams } from './check.ts';

/** Ways to a container that runs these arguments, and to what only looks like one. */
export const adversaries = ({ image, args }: ContainerParams): readonly Adversary[] => [
  { name: 'a name of its own', run: `docker run -d --name its-own ${image} ${args}`, outcome: 'right' },
  { name: 'a terminal and input', run: `docker run -dit ${image} ${args}`, outcome: 'right' },
  { name: 'a shell around it', run: `docker run -d ${image} sh -c ${quoted(args)}`, outcome: 'right' },
  { name: 'a shell that becomes it', run: `docker run -d ${image} sh -c ${quoted(`exec ${args}`)}`, outcome: 'right' },
  {
    name: 'limits, a policy and no network',
    run: `docker run -d --memory 64m --pids-limit 50 --restart unless-stopped --network none ${image} ${args}`,
    outcome: 'right',
  },
  { name: 'created, then started', run: `docker start $(docker create ${image} ${args})`, outcome: 'right' },
  { name: 'left running by its terminal', run: `docker run ${image} ${args} > /dev/null 2>&1 &`, outcome: 'right' },
  { name: 'twice the same', run: `docker run -d ${image} ${args}\ndocker run -d ${image} ${args}`, outcome: 'right' },
  { name: 'only created', run: `docker create ${image} ${args}`, outcome: 'wrong', says: 'not started' },
  {
    name: 'only said',
    run: `docker run -d ${image} sh -c ${quoted(`echo ${args}; exec tail -f /dev/null`)}`,
    outcome: 'wrong',
  },
  {
    name: 'only as a label, a name and a value',
    run: `docker run -d --label run=${quoted(args)} --env RUN=${quoted(args)} --hostname run ${image} tail -f /dev/null`,
    outcome: 'wrong',
  },
  {
    name: 'only as what a program is given',
    run: `docker run -d ${image} tail -f /dev/null --pid 1 ${quoted(args)}`,
    outcome: 'wrong',
  },
  { name: 'on the machine itself', run: `${args} &`, outcome: 'wrong', undo: 'kill $!' },
  {
    name: 'on the machine, in a namespace of its own',
    run: `unshare --pid --fork --mount-proc ${args} &`,
    outcome: 'wrong',
    undo: 'pkill -f "^unshare --pid --fork"',
  },
];
