import type { Judgement } from '../../../runner/api.ts';
import type { Observation, Refused } from '../../kit/judge.ts';
import { idle } from '../acts.ts';
import { act } from '../did/sample.ts';
import { clientGaveUp, refusal } from '../failedAttempts.ts';
import type { SignalledParams } from './check.ts';
import { elsewhere, evidenceOf, type Kill, type Signals } from './seen.ts';

type Row = Judgement<SignalledParams, Observation<Signals>>;

const params: SignalledParams = { pod: 'nginx', container: 'nginx', process: 'nginx: master' };
const master = { pid: 700, inside: 8, start: 100 };
const old = ['710 105 14', '711 105 15'];
const fresh = ['720 900 30', '721 900 31'];
const hup = { at: 50, text: 'signal 1 (SIGHUP) received from 25, reconfiguring' };

const saw = (
  children: readonly string[],
  more: Partial<Signals> = {},
  met?: Refused,
  aside?: Refused,
): Observation<Signals> => {
  const seen = [{ ...master, children: [...old], at: 10 }];
  const now = { ...master, children: [...children] };
  return evidenceOf('nginx', { seen, heard: [], tells: true, now, kills: [], ...more }, met, aside);
};
const kill = (more: Partial<Kill>): Kill => ({
  ...{ at: 40, signal: 'HUP', seen: 1, heard: 0, code: 0 },
  targets: [{ pid: 8, line: 'nginx: master process nginx' }],
  ...more,
});
const said = '[emerg] 8#8: unexpected end of file in /etc/nginx/nginx.conf:21';

export const judgements: readonly Row[] = [
  {
    ...{ what: 'all its children are new', params, evidence: saw(fresh, { heard: [{ ...hup, at: 5_000 }] }) },
    ...{ status: 'passed', says: 'kube.signalled.right' },
  },
  {
    what: 'nothing was done',
    params,
    evidence: saw(old),
    status: 'pending',
    says: 'kube.signalled.none',
    attempt: false,
  },
  {
    ...{ what: 'it refuses its new configuration', params },
    ...{ evidence: saw(old, { heard: [{ ...hup, at: 5_000 }], unheeded: said, kills: [kill({ at: 4_990 })] }) },
    ...{ status: 'pending', says: 'kube.signalled.unheeded', attempt: true },
  },
  {
    ...{ what: 'who has sent it may not', params, evidence: saw(old, { kills: [kill({ code: 1 })] }) },
    ...{ status: 'pending', says: 'kube.signalled.not-allowed', attempt: true },
  },
  {
    ...{ what: 'it was sent, and is still to be heard', params, evidence: saw(old, { kills: [kill({})] }) },
    ...{ status: 'pending', says: 'kube.signalled.none' },
  },
  {
    ...{ what: 'another signal', params, evidence: saw(old, { kills: [kill({ signal: 'USR1' })] }) },
    ...{ status: 'pending', says: 'kube.signalled.other-signal', attempt: true },
  },
  {
    ...{ what: 'the process that holds the namespaces', params },
    ...{ evidence: saw(old, { kills: [kill({ targets: [{ pid: 1, line: '/pause' }] })] }) },
    ...{ status: 'pending', says: 'kube.signalled.pause', attempt: true },
  },
  {
    ...{
      what: 'nobody',
      params,
      evidence: saw(old, { kills: [kill({ targets: [{ pid: 4242, line: '' }], code: 1 })] }),
    },
    ...{ status: 'pending', says: 'kube.signalled.no-such', attempt: true },
  },
  {
    ...{ what: 'another Pod', params, evidence: saw(old, {}, elsewhere(60, 'lean', undefined, 'nginx')) },
    ...{ status: 'pending', says: 'kube.signalled.elsewhere', attempt: false },
  },
  {
    ...{ what: 'another namespace', params },
    ...{ evidence: saw(old, {}, elsewhere(60, 'nginx', 'default', 'nginx')) },
    ...{ status: 'pending', says: 'kube.signalled.stray', attempt: true },
  },
  {
    ...{ what: 'a container that there is not', params },
    ...{ evidence: saw(old, {}, refusal({ said: 'container none is not valid for pod nginx', code: 400, at: 60 })) },
    ...{ status: 'pending', says: 'kube.refused', attempt: true },
  },
  {
    ...{ what: 'another Pod, and then the right one', params },
    ...{ evidence: saw(old, { kills: [kill({ signal: 'USR1' })] }, elsewhere(30, 'lean', undefined, 'nginx')) },
    ...{ status: 'pending', says: 'kube.signalled.other-signal' },
  },
  {
    ...{ what: 'another signal, and then something in another Pod', params },
    ...{
      evidence: saw(old, { kills: [kill({ signal: 'USR1' })] }, undefined, elsewhere(60, 'lean', undefined, 'nginx')),
    },
    ...{ status: 'pending', says: 'kube.signalled.other-signal', attempt: true },
  },
  {
    ...{ what: 'another signal, and then a refusal in another namespace', params },
    ...{
      evidence: saw(
        old,
        { kills: [kill({ signal: 'TERM' })] },
        undefined,
        refusal({ said: 'pods "db" is forbidden', code: 403, at: 60 }),
      ),
    },
    ...{ status: 'pending', says: 'kube.signalled.other-signal', attempt: true },
  },
  {
    ...{ what: 'a refusal in another Pod, and nothing here', params },
    ...{ evidence: saw(old, {}, undefined, refusal({ said: 'container none is not valid', code: 400, at: 60 })) },
    ...{ status: 'pending', says: 'kube.refused', attempt: true },
  },
  {
    ...{ what: 'no signal, only whether it is there', params, evidence: saw(old, { kills: [kill({ signal: '0' })] }) },
    ...{ status: 'pending', says: 'kube.signalled.asked', attempt: true },
  },
  {
    ...{ what: 'no signal, only whether anybody is there', params },
    ...{ evidence: saw(old, { kills: [kill({ signal: '0', targets: [{ pid: 4242, line: '' }], code: 1 })] }) },
    ...{ status: 'pending', says: 'kube.signalled.asked', attempt: true },
  },
  {
    ...{ what: 'no PID', params, evidence: saw(old, { kills: [kill({ targets: [], code: 1 })] }) },
    ...{ status: 'pending', says: 'kube.signalled.nobody', attempt: true },
  },
  {
    ...{ what: 'a PID that only a shell has known', params },
    ...{ evidence: saw(old, { kills: [kill({ targets: [], code: 0 })] }) },
    ...{ status: 'pending', says: 'kube.signalled.none', attempt: false },
  },
  {
    ...{ what: 'a program that the container has not', params },
    ...{ evidence: saw(old, {}, idle(act({ command: ['pkill', 'nginx'], outcome: { kind: 'unstarted' }, at: 60 }))) },
    ...{ status: 'pending', says: 'kube.did.unstarted', attempt: true },
  },
  {
    ...{ what: 'a container that was not running yet', params },
    ...{ evidence: saw(old, {}, idle(act({ command: ['kill', '-1', '8'], outcome: { kind: 'unreached' }, at: 60 }))) },
    ...{ status: 'pending', says: 'kube.did.unreached', attempt: true },
  },
  {
    ...{ what: 'a Pod that another namespace has not', params },
    ...{ evidence: saw(old, {}, refusal({ said: 'no', code: 404, namespace: 'nowhere', at: 60 }, 'lab-x')) },
    ...{ status: 'pending', says: 'kube.refused-in', attempt: true },
  },
  {
    ...{ what: 'exec without the dashes', params },
    ...{ evidence: saw(old, {}, clientGaveUp({ line: 'kubectl exec nginx -c shell kill -HUP 8', code: 1, at: 60 })) },
    ...{ status: 'pending', says: 'kube.no-dashes', attempt: true },
  },
  {
    ...{ what: 'the container was started again', params },
    ...{
      evidence: saw(fresh, {
        now: { pid: 900, inside: 40, start: 950, children: fresh },
        seen: [
          { ...master, children: old, at: 10 },
          { pid: 900, inside: 40, start: 950, children: fresh, at: 80 },
        ],
      }),
    },
    ...{ status: 'pending', says: 'kube.signalled.restarted', attempt: true },
  },
  {
    ...{ what: 'a line in its name by somebody else, and its children ended', params },
    ...{ evidence: saw(fresh, { heard: [{ ...hup, at: 5_000 }], got: { from: 5 } }) },
    ...{ status: 'pending', says: 'kube.signalled.killed', attempt: true },
  },
  {
    ...{
      what: 'it got the signal, whatever it says',
      params,
      evidence: saw(fresh, { tells: true, got: { from: 5, at: 40 } }),
    },
    ...{ status: 'passed', says: 'kube.signalled.right' },
  },
  {
    ...{ what: 'a signal from before anybody watched', params },
    ...{ evidence: saw(fresh, { heard: [{ ...hup, at: 5_000 }], got: { from: 5_010 } }) },
    ...{ status: 'passed', says: 'kube.signalled.right' },
  },
  {
    ...{ what: 'it got the signal, refused its configuration, and its children were ended then', params },
    ...{ evidence: saw(fresh, { heard: [{ ...hup, at: 5_000 }], unheeded: said, got: { from: 5, at: 4_990 } }) },
    ...{ status: 'pending', says: 'kube.signalled.unheeded', attempt: true },
  },
  {
    ...{ what: 'it got the signal, and a child of its own beginning says that it cannot open its log', params },
    ...{ evidence: saw(fresh, { unheeded: '[emerg] 98#98: open() failed', got: { from: 5, at: 40 } }) },
    ...{ status: 'passed', says: 'kube.signalled.right' },
  },
  {
    ...{ what: 'it was stopped, and then sent the signal', params },
    ...{
      evidence: saw(old, { now: { ...master, stopped: true, children: old }, kills: [kill({})], got: { from: 5 } }),
    },
    ...{ status: 'pending', says: 'kube.signalled.stopped', attempt: true },
  },
  {
    ...{ what: 'a Pod that is not there', params, evidence: { subjects: [] } },
    ...{ status: 'pending', says: 'kube.no-pod', attempt: false },
  },
];
