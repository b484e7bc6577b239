import { clientGaveUp, refusal, strayed } from '../failedAttempts.ts';
import { asides, debuggers, shells } from './asideJudgements.ts';
import type { DidParams } from './check.ts';
import { evidenceOf } from './deed.ts';
import { refusals } from './refusedJudgements.ts';
import { act, ended, type Raw, type Row, read, saw } from './sample.ts';

const looked = act({ outcome: ended(0) });
const ps: Partial<DidParams> = { pod: 'nginx', container: 'shell', program: ['ps', 'ls'] };
const list: Partial<DidParams> = { ...ps, lists: 'processes' };
const file: Partial<DidParams> = {
  ...{ pod: 'nginx', container: 'shell', program: ['cat'], contains: '/root/' },
  reads: { container: 'nginx', path: '/etc/nginx/nginx.conf' },
};
const sent: Partial<DidParams> = {
  ...{ pod: 'nginx', container: 'shell', program: ['kill'], contains: 'HUP 1' },
  signals: { signal: 'HUP', pid: 1 },
};
const kill = (...command: readonly string[]) => act({ command, outcome: ended(0) });
const secrets: Partial<DidParams> = { verb: 'list', resource: 'secrets' };
const listed = (code: number) =>
  act({ verb: 'list', resource: 'secrets', name: '', subresource: '', container: '', command: [], code, said: 'no' });
const cat = (path: string, code = 0) => act({ command: ['cat', path], outcome: ended(code) });

const added = ['debugger-x'];
const debugged = act({ subresource: 'ephemeralcontainers', container: 'debugger-x', outcome: ended(0) });

const rows: readonly Raw[] = [
  { what: 'it ended with 0', params: ps, evidence: saw([looked]), status: 'passed', says: 'kube.did.done' },
  {
    ...{ what: 'it ended with 1', params: ps, evidence: saw([act({ outcome: ended(1) })]) },
    ...{ status: 'pending', says: 'kube.did.failed', attempt: true },
  },
  {
    ...{ what: 'it ended with 1, and that may be', params: { ...ps, ends: 'any' } },
    ...{ evidence: saw([act({ outcome: ended(1) })]), status: 'passed', says: 'kube.did.done' },
  },
  {
    ...{ what: 'it worked, and should not', params: { ...ps, ends: 'badly' }, evidence: saw([looked]) },
    ...{ status: 'pending', says: 'kube.did.unfailed', attempt: true },
  },
  {
    ...{ what: 'no such program', params: ps, evidence: saw([act({ outcome: { kind: 'unstarted' } })]) },
    ...{ status: 'pending', says: 'kube.did.unstarted', attempt: true },
  },
  {
    ...{ what: 'the kubelet was stopped', params: ps, evidence: saw([act({ outcome: { kind: 'unreached' } })]) },
    ...{ status: 'pending', says: 'kube.did.unreached' },
  },
  {
    ...{ what: 'no such shell', params: ps },
    ...{ evidence: saw([act({ command: ['bash'], outcome: { kind: 'unstarted' } })]) },
    ...{ status: 'pending', says: 'kube.did.unstarted', attempt: true },
  },
  {
    ...{ what: 'still running', params: ps, evidence: saw([act({ outcome: { kind: 'running' } })]) },
    ...{ status: 'pending', says: 'kube.did.running', attempt: false },
  },
  {
    ...{ what: 'nobody was watching', params: ps, evidence: saw([act({ outcome: { kind: 'unseen' } })]) },
    ...{ status: 'pending', says: 'kube.did.unseen' },
  },
  {
    ...{ what: 'a cluster that shows no nodes', params: list, evidence: saw([act({})]) },
    ...{ status: 'passed', says: 'kube.did.done' },
  },
  {
    ...{
      what: 'the kubelet did not answer',
      params: list,
      evidence: saw([act({ code: 502, said: 'dial tcp' })], read()),
    },
    ...{ status: 'pending', says: 'kube.refused', attempt: true },
  },
  {
    ...{ what: 'the list of processes was read', params: list, evidence: saw([looked], read({ entry: 'all' })) },
    ...{ status: 'passed', says: 'kube.did.listed' },
  },
  {
    ...{ what: 'others were looked at one by one', params: list },
    ...{ evidence: saw([looked], read({ entry: '7' }, { entry: '9' })), status: 'passed', says: 'kube.did.listed' },
  },
  {
    ...{ what: 'who was there before the list was watched is believed', params: list },
    ...{ evidence: saw([looked], { readings: { ...read().readings, from: 20 } }) },
    ...{ status: 'passed', says: 'kube.did.done' },
  },
  {
    ...{
      what: 'one other was looked at',
      params: list,
      evidence: saw([looked], read({ entry: '7' }, { entry: '14' })),
    },
    ...{ status: 'pending', says: 'kube.did.unlisted', attempt: true },
  },
  {
    ...{ what: 'nothing was read', params: list, evidence: saw([looked], read()) },
    ...{ status: 'pending', says: 'kube.did.unlisted', attempt: true },
  },
  {
    ...{ what: "a probe's list", params: list, evidence: saw([], read({ entry: 'all', own: false })) },
    ...{ status: 'pending', says: 'kube.did.none' },
  },
  {
    ...{ what: 'a list in another container', params: list },
    ...{ evidence: saw([act({ container: 'nginx' })], read({ entry: 'all', container: 'nginx' })) },
    ...{ status: 'pending', says: 'kube.did.container', attempt: true },
  },
  {
    ...{
      what: 'a shell in which nothing of it was done',
      params: list,
      evidence: saw([act({ command: ['sh'] })], read()),
    },
    ...{ status: 'pending', says: 'kube.did.waits', attempt: false },
  },
  {
    ...{ what: 'the file was read', params: file, evidence: saw([cat('etc/nginx/nginx.conf')], read({})) },
    ...{ status: 'passed', says: 'kube.did.read' },
  },
  {
    ...{ what: 'another file was read', params: file, evidence: saw([cat('/proc/8/root/etc/os-release')], read()) },
    ...{ status: 'pending', says: 'kube.did.unread', attempt: true },
  },
  {
    ...{ what: 'a file that is not there', params: file, evidence: saw([cat('/proc/4242/root/etc/nginx', 1)], read()) },
    ...{ status: 'pending', says: 'kube.did.failed', attempt: true },
  },
  {
    ...{ what: 'exec without the dashes', params: ps },
    ...{ evidence: saw([], { obstacle: clientGaveUp({ line: 'kubectl exec nginx -c shell ps', code: 1, at: 20 }) }) },
    ...{ status: 'pending', says: 'kube.no-dashes', attempt: true },
  },
  {
    ...{ what: 'another client that gave up', params: ps },
    ...{ evidence: saw([], { obstacle: clientGaveUp({ line: 'kubectl exec nginx -z -- ps', code: 1, at: 20 }) }) },
    ...{ status: 'pending', says: 'kube.client-failed', attempt: true },
  },
  {
    ...{ what: 'another namespace', params: ps },
    ...{ evidence: saw([], { obstacle: strayed({ namespace: 'default', at: 20 }, 'lab-x') }) },
    ...{ status: 'pending', says: 'kube.stray', attempt: true },
  },
  {
    ...{ what: 'a namespace that there is not', params: ps },
    ...{ evidence: saw([], { obstacle: refusal({ code: 404, said: 'not found', at: 20 }) }) },
    ...{ status: 'pending', says: 'kube.refused', attempt: true },
  },
  {
    ...{ what: 'the file was read by nginx itself', params: file },
    ...{ evidence: saw([], read({ container: 'nginx', program: 'nginx', own: false })) },
    ...{ status: 'pending', says: 'kube.did.none' },
  },
  {
    ...{ what: 'the file was read from the machine', params: file },
    ...{
      evidence: saw([], { readings: { ...read().readings, all: [{ program: 'cat', at: 11, own: false }] } }),
    },
    ...{ status: 'pending', says: 'kube.did.on-machine', attempt: true },
  },
  {
    ...{ what: 'the file was read from a debugging container', params: file },
    ...{
      evidence: saw([], { readings: { ...read({ container: 'debugger-x' }).readings, debuggers: ['debugger-x'] } }),
    },
    ...{ status: 'passed', says: 'kube.did.read' },
  },
  {
    ...{ what: 'the signal was sent', params: sent, evidence: saw([kill('kill', '-HUP', '1')], read({})) },
    ...{ status: 'passed', says: 'kube.did.sent' },
  },
  {
    ...{ what: 'a script that never comes to the signal', params: sent },
    ...{ evidence: saw([kill('sh', '-c', 'exit 0; kill -HUP 1')], read()) },
    ...{ status: 'pending', says: 'kube.did.unsent', attempt: true },
  },
  {
    ...{ what: 'a signal to another process', params: sent, evidence: saw([kill('kill', '-HUP', '17')], read()) },
    ...{ status: 'pending', says: 'kube.did.other', attempt: true },
  },
  {
    ...{ what: 'a script that ends before its program, where nobody can see signals', params: sent },
    ...{ evidence: saw([kill('sh', '-c', 'exit 0; kill -HUP 1')]) },
    ...{ status: 'pending', says: 'kube.did.none' },
  },
  ...asides,
  ...debuggers,
  ...shells,
  ...refusals,
  {
    ...{ what: 'a call that is refused, as it should be', params: { ...secrets, ends: 'refused' } },
    ...{ evidence: saw([listed(403)]), status: 'passed', says: 'kube.refused' },
  },
  {
    ...{ what: 'a call that is refused with the status', params: { ...secrets, ends: 403 } },
    ...{ evidence: saw([listed(403)]), status: 'passed', says: 'kube.refused' },
  },
  {
    ...{ what: 'a call that is refused with another status', params: { ...secrets, ends: 403 } },
    ...{ evidence: saw([listed(404)]), status: 'pending', says: 'kube.did.unrefused', attempt: true },
    mismatch: { expected: '403', actual: '404' },
  },
  {
    ...{ what: 'a call that should be refused and is not', params: { ...secrets, ends: 'refused' } },
    ...{ evidence: saw([listed(200)]), status: 'pending', says: 'kube.did.unrefused', attempt: true },
  },
  {
    ...{ what: 'a call that is refused, and should not', params: secrets },
    ...{ evidence: saw([listed(403)]), status: 'pending', says: 'kube.refused', attempt: true },
  },
  {
    ...{ what: 'a debugging container that has listed the processes and ended', params: list },
    ...{
      evidence: saw([debugged], {
        readings: { ...read({ container: 'debugger-x', entry: 'all' }).readings, debuggers: added },
      }),
    },
    ...{ status: 'passed', says: 'kube.did.listed' },
  },
  {
    ...{ what: 'a debugging container that has ended and listed nothing', params: list },
    ...{ evidence: saw([debugged], { readings: { ...read().readings, debuggers: added } }) },
    ...{ status: 'pending', says: 'kube.did.unlisted', attempt: true },
  },
];

export const judgements: readonly Row[] = rows.map((each) => ({
  ...each,
  evidence: evidenceOf(each.evidence, each.params),
}));
