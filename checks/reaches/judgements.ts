import type { Judgement } from '../../runner/api.ts';
import type { Observation } from '../kit/judge.ts';
import type { Subject } from '../kit/subject.ts';
import type { ReachesParams } from './check.ts';

type Row = Judgement<Partial<ReachesParams>, Observation>;

const service: Row['params'] = { from: 'node', to: { service: 'web' }, port: 80 };
const led = { ports: [80], selector: 'app=web', selected: ['web-1'], ready: 1, stuck: false, labels: ['app=web'] };
const answered = { outcome: 'answered', status: 200, text: 'Welcome' };

const subject = (name: string, is: Subject['is'], more: Partial<Subject> = {}): readonly Subject[] => [
  { ...{ id: 'a', name, fresh: true, at: 5, ...more }, is: { from: '', where: `http://${name}:80/`, ...is } },
];

/** What is said of a Service where it leads to this. */
const leads = (what: string, is: Subject['is'], says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params: service, status: 'pending', says },
  evidence: { subjects: subject('web', { ...led, ...is }) },
  ...more,
});

const name: Row['params'] = { from: 'web', to: 'db', port: 80 };

/** What is said of a request by name that comes to this. */
const asked = (what: string, params: Row['params'], is: Subject['is'], says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params: { ...name, ...params }, status: 'pending', says },
  evidence: { subjects: subject('db', { from: 'web', ...is }) },
  ...more,
});

const refused = { outcome: 'refused', why: 'Connection refused' };
const late = { outcome: 'timed-out', why: 'Connection timed out' };
const unknown = { outcome: 'unresolved', why: 'Name or service not known' };
const mute = { outcome: 'mute', why: 'closed at once' };
const none: Observation = { subjects: [] };

export const judgements: readonly Row[] = [
  leads('an answer', answered, 'reaches.right', { status: 'passed' }),
  leads('an answer with the text', answered, 'reaches.right', {
    ...{ params: { ...service, contains: 'Welcome' }, status: 'passed' },
  }),
  leads('an answer without the text', answered, 'reaches.without', {
    ...{ params: { ...service, contains: 'Goodbye' }, attempt: true },
    mismatch: { expected: 'Goodbye', actual: 'Welcome' },
  }),
  leads('another status', { ...answered, status: 404 }, 'reaches.status', {
    mismatch: { expected: '200', actual: '404' },
  }),
  leads('a refused connection', refused, 'reaches.silent', { attempt: true }),
  leads('Pods that are on their way', { ready: 0 }, 'kube.service.none-ready', { attempt: false }),
  leads('Pods that do not become ready', { ready: 0, stuck: true }, 'kube.service.none-ready', { attempt: true }),
  leads('labels that no Pod has', { selector: 'app=wbe', selected: [], ready: 0 }, 'kube.service.selects-none', {
    attempt: true,
  }),
  leads('no Pods at all yet', { selected: [], ready: 0, labels: [] }, 'kube.service.selects-none', { attempt: false }),
  leads('another port', { ports: [8080, 9090] }, 'kube.service.port', {
    ...{ attempt: true, mismatch: { expected: '80', actual: '8080, 9090' } },
  }),
  leads('no port at all', { ports: [] }, 'kit.lacks', { attempt: true }),
  leads('no address of its own', {}, 'kube.service.no-address', { attempt: true }),
  leads('one that nobody has touched', refused, 'reaches.silent', {
    ...{ evidence: { subjects: subject('web', { ...led, ...refused }, { fresh: false }) }, attempt: false },
  }),
  leads('one that must lead nowhere', { ready: 0, ...refused }, 'reaches.right', {
    ...{ params: { ...service, outcome: 'refused' }, status: 'passed' },
  }),
  leads('no Service', {}, 'kit.absent', { evidence: none, attempt: false }),
  leads('a Service of nearly this name', {}, 'kit.other-name', {
    ...{ evidence: { subjects: subject('wbe', {}) }, attempt: true, mismatch: { expected: 'web', actual: 'wbe' } },
  }),
  leads('one in another namespace', {}, 'kube.stray', {
    evidence: {
      ...none,
      elsewhere: { because: { id: 'kube.stray', values: { namespace: 'default', own: 'lab-x' } } },
    },
    attempt: true,
  }),
  leads('one that the API server refused', {}, 'kube.refused', {
    evidence: { ...none, obstacle: { at: 1, because: { id: 'kube.refused', values: { said: 'Required value' } } } },
    attempt: true,
  }),

  asked('a name that answers', {}, answered, 'reaches.right', { status: 'passed' }),
  asked('a connection that is taken', { protocol: 'tcp' }, { outcome: 'answered', text: '' }, 'reaches.right', {
    status: 'passed',
  }),
  asked(
    'a connection in which something else is said',
    { protocol: 'tcp', contains: 'PONG' },
    answered,
    'reaches.without',
  ),
  asked('one that is taken and let go of', { protocol: 'tcp' }, mute, 'reaches.silent', { attempt: true }),
  asked('nobody who listens', {}, refused, 'reaches.silent', { attempt: true }),
  asked('no way there', {}, late, 'reaches.silent', { attempt: true }),
  asked('a name that nobody knows', {}, unknown, 'reaches.silent', { attempt: true }),
  asked('a refusal that is wanted', { outcome: 'refused' }, refused, 'reaches.right', { status: 'passed' }),
  asked('silence that is wanted', { outcome: 'timed-out' }, late, 'reaches.right', { status: 'passed' }),
  asked('no name that is wanted', { outcome: 'unresolved' }, unknown, 'reaches.right', { status: 'passed' }),
  asked('an answer where none is wanted', { outcome: 'timed-out' }, answered, 'reaches.otherwise', {
    mismatch: { expected: 'timed-out', actual: 'answered' },
  }),
  asked('a refusal where silence is wanted', { outcome: 'timed-out' }, refused, 'reaches.otherwise'),
  asked('a connection without an answer where none is wanted', { outcome: 'timed-out' }, mute, 'reaches.otherwise'),
  asked('somebody who does not run', {}, {}, 'reaches.not-running', {
    evidence: {
      ...none,
      elsewhere: { because: { id: 'reaches.not-running', values: { from: 'web' } }, excused: true },
    },
    attempt: true,
  }),
];
