import { strayed } from '../tried.ts';
import type { DidParams } from './check.ts';
import { act, ended, type Raw, read, saw } from './sample.ts';

const ps: Partial<DidParams> = { pod: 'nginx', container: 'shell', program: ['ps', 'ls'] };
const sent: Partial<DidParams> = {
  ...{ pod: 'nginx', container: 'shell', program: ['kill'], contains: 'HUP 1' },
  signals: { signal: 'HUP', pid: 1 },
};
const kill = (...command: readonly string[]) => act({ command, outcome: ended(0) });

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
