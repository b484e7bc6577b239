import { refusal, strayed } from '../failedAttempts.ts';
import type { DidParams } from './check.ts';
import { act, ended, type Raw, read, saw } from './sample.ts';

const ps: Partial<DidParams> = { pod: 'nginx', container: 'shell', program: ['ps', 'ls'] };
const sent: Partial<DidParams> = {
  ...{ pod: 'nginx', container: 'shell', program: ['kill'], contains: 'HUP 1' },
  signals: { signal: 'HUP', pid: 1 },
};
const kill = (...command: readonly string[]) => act({ command, outcome: ended(0) });

const shell = (more: Parameters<typeof act>[0] = {}) => act({ command: ['sh'], pid: 70, outcome: ended(0), ...more });

/** Of a shell, whether anything has run in it. */
export const shells: readonly Raw[] = [
  {
    ...{
      what: 'a shell that is left at once',
      params: ps,
      evidence: saw([shell()], { starts: { from: 0, pids: [] } }),
    },
    ...{ status: 'pending', says: 'kube.did.left', attempt: true },
  },
  {
    ...{ what: 'a shell that is left at once, where another has run something', params: ps },
    ...{ evidence: saw([shell()], { starts: { from: 0, pids: [71] } }) },
    ...{ status: 'pending', says: 'kube.did.left', attempt: true },
  },
  {
    ...{ what: 'a shell that is open, and nothing has run in it', params: ps },
    ...{ evidence: saw([shell({ outcome: { kind: 'running' } })], { starts: { from: 0, pids: [] } }) },
    ...{ status: 'pending', says: 'kube.did.waits', attempt: false },
  },
  {
    ...{ what: 'a shell in which something has run', params: ps },
    ...{ evidence: saw([shell()], { starts: { from: 0, pids: [70] } }), status: 'passed', says: 'kube.did.done' },
  },
  {
    ...{ what: 'a shell that was left before anybody watched', params: ps },
    ...{ evidence: saw([shell()], { starts: { from: 20, pids: [] } }), status: 'passed', says: 'kube.did.done' },
  },
  {
    ...{ what: 'a shell of which no node tells', params: ps },
    ...{ evidence: saw([shell()]), status: 'passed', says: 'kube.did.done' },
  },
];

const debug: Partial<DidParams> = { ...ps, lists: 'processes' };
const beside = { readings: { ...read().readings, debuggers: ['debugger-x'] } };

/** Of containers that were added to look around in the Pod. */
export const debuggers: readonly Raw[] = [
  {
    ...{ what: 'attached to a container that looks around, and nothing seen in it', params: debug },
    ...{ evidence: saw([act({ subresource: 'attach', command: [], container: 'debugger-x' })], beside) },
    ...{ status: 'pending', says: 'kube.did.waits', attempt: false },
  },
  {
    ...{ what: 'a program that the container that looks around has not', params: debug },
    ...{
      evidence: saw([act({ container: 'debugger-x', command: ['ps ax'], outcome: { kind: 'unstarted' } })], beside),
    },
    ...{ status: 'pending', says: 'kube.did.unstarted', attempt: true },
  },
];

/** What was done elsewhere beside what was tried in the Pod. */
export const asides: readonly Raw[] = [
  {
    ...{ what: 'what failed here, and then something in another Pod', params: ps },
    ...{ evidence: saw([act({ outcome: ended(1) }), act({ name: 'lean', at: 30 })], { others: ['lean'] }) },
    ...{ status: 'pending', says: 'kube.did.failed', attempt: true },
  },
  {
    ...{ what: 'what failed here, and then a refusal in another Pod', params: ps },
    ...{
      evidence: saw([act({ outcome: ended(1) }), act({ name: 'lean', code: 400, said: 'no', at: 30 })], {
        others: ['lean'],
      }),
    },
    ...{ status: 'pending', says: 'kube.did.failed', attempt: true },
  },
  {
    ...{ what: 'what failed here, and then a Pod that there is not', params: ps },
    ...{
      evidence: saw([act({ outcome: ended(1) }), act({ name: 'ngnix', code: 404, said: 'not found', at: 30 })], {
        others: ['lean'],
      }),
    },
    ...{ status: 'pending', says: 'kube.refused', attempt: true },
  },
  {
    ...{ what: 'what failed here, and then something in a Pod of another namespace', params: ps },
    ...{ evidence: saw([act({ outcome: ended(1) })], { aside: strayed({ namespace: 'default', at: 30 }, 'lab-x') }) },
    ...{ status: 'pending', says: 'kube.did.failed', attempt: true },
  },
  {
    ...{ what: 'nothing but something in a Pod of another namespace', params: ps },
    ...{ evidence: saw([], { aside: strayed({ namespace: 'default', at: 30 }, 'lab-x') }) },
    ...{ status: 'pending', says: 'kube.stray', attempt: true },
  },
  {
    ...{ what: 'a Pod that another namespace has not', params: ps },
    ...{ evidence: saw([], { obstacle: refusal({ code: 404, said: 'no', namespace: 'default', at: 30 }, 'lab-x') }) },
    ...{ status: 'pending', says: 'kube.refused-in', attempt: true },
  },
  {
    ...{ what: 'a Pod that its own namespace has not', params: ps },
    ...{ evidence: saw([], { obstacle: refusal({ code: 404, said: 'no', namespace: 'lab-x', at: 30 }, 'lab-x') }) },
    ...{ status: 'pending', says: 'kube.refused', attempt: true },
  },
  {
    ...{ what: 'nothing but something in another Pod', params: ps },
    ...{ evidence: saw([act({ name: 'lean', at: 30 })], { others: ['lean'] }) },
    ...{ status: 'pending', says: 'kube.did.elsewhere', attempt: false },
  },
  {
    ...{ what: 'what was sent elsewhere, and then a look around', params: sent },
    ...{ evidence: saw([kill('kill', '-HUP', '17'), act({ at: 30, outcome: ended(0) })], read()) },
    ...{ status: 'pending', says: 'kube.did.other', attempt: true },
  },
];
