import type { Reader, Refusal } from '../../../runner/api.ts';
import type { DidParams } from './check.ts';
import { act, ended, type Raw, read, saw } from './sample.ts';

const root: Partial<DidParams> = {
  ...{ pod: 'nginx', container: 'shell', program: ['cat', 'ls'], contains: '/root', ends: 'any' },
  refused: { error: 'EACCES', path: '(?:^|/)root(?:/|$)' },
};
const nobody: Partial<DidParams> = {
  ...{ pod: 'nginx', container: 'shell', program: ['kill'], contains: 'HUP', ends: 'any' },
  refused: { error: 'ESRCH', signal: 'HUP' },
};
const path = (path: string, error = 'EACCES'): Refusal => ({ error, path });
const kill = (signal: string, pid: number, error = 'ESRCH'): Refusal => ({ error, signal, pid });

const ran = (...command: readonly string[]) => act({ command, outcome: ended(1) });
const cat = ran('cat', '/proc/14/root/etc/nginx/nginx.conf');

type More = Partial<Raw> & { readonly by?: Partial<Reader>; readonly ran?: ReturnType<typeof act> };

/** What was refused to whoever ran this. */
const row = (what: string, params: Raw['params'], all: readonly Refusal[], { by, ran = cat, ...more }: More): Raw => ({
  ...{ what, params, status: 'pending', says: 'kube.did.let', attempt: true },
  evidence: saw([ran], read(...all.map((refused) => ({ refused, ...by })))),
  ...more,
});

const denied = (what: string, params: Raw['params'], all: readonly Refusal[], by: Partial<Reader> = {}): Raw =>
  row(what, params, all, { by, status: 'passed', says: 'kube.did.denied', attempt: false });

const shell = act({ command: ['sh'], outcome: { kind: 'running' } });

/** What the kernel has refused. */
export const refusals: readonly Raw[] = [
  denied('a root that may not be followed', root, [path('/proc/14/root/etc/nginx/nginx.conf')]),
  denied('the link alone', root, [path('/proc/14/root')]),
  denied('from the folder of the process', root, [path('root/etc/nginx/nginx.conf')]),
  denied('after others that may', root, [path('/proc/1/environ'), path('/proc/14/root')]),
  denied('from a debugging container', root, [path('/proc/14/root')], { container: 'shell', program: 'sh' }),
  row('a root that may be followed', root, [], {}),
  row('something else of a process that may not be read', root, [path('/proc/14/environ')], {}),
  row('a name that only begins so', root, [path('/proc/14/rootless'), path('/x/notroot/y')], {}),
  row('refused otherwise', root, [path('/proc/14/root', 'EPERM')], {}),
  row('a program that nobody was refused in', root, [], { ran: ran('ls', '/root') }),
  row('a program that has nothing to do with it', root, [], {
    ...{ ran: ran('ps'), says: 'kube.did.none', attempt: false },
  }),
  row('a program that only helps another one', root, [], {
    ...{ ran: ran('sh', '-c', 'kill -HUP $(ls /proc | cat)'), says: 'kube.did.none', attempt: false },
  }),
  row('a program that another one helps', root, [], { ran: ran('sh', '-c', 'cat /proc/$(pidof nginx)/root/x') }),
  row('what a probe was refused', root, [path('/proc/14/root')], { by: { own: false } }),
  row('what was refused in another container', root, [path('/proc/14/root')], {
    by: { container: 'nginx' },
    ran: act({ container: 'nginx', command: ['cat', '/proc/14/root/x'], outcome: ended(1) }),
    says: 'kube.did.container',
  }),
  row('a shell in which nothing was refused', root, [], { ran: shell, says: 'kube.did.waits', attempt: false }),
  {
    ...{ what: 'a cluster whose nodes do not show what is refused', params: root, evidence: saw([cat]) },
    ...{ status: 'passed', says: 'kube.did.done' },
  },

  denied('a signal to nobody', nobody, [kill('HUP', 888)]),
  denied('a signal to this nobody', { ...nobody, refused: { error: 'ESRCH', signal: 'HUP', pid: 888 } }, [
    kill('HUP', 888),
  ]),
  row(
    'a signal to another nobody',
    { ...nobody, refused: { error: 'ESRCH', signal: 'HUP', pid: 888 } },
    [kill('HUP', 889)],
    { ran: ran('kill', '-HUP', '889') },
  ),
  row('another signal to nobody', nobody, [kill('USR1', 888)], { ran: ran('kill', '-USR1', '888') }),
  row('only whether anybody is there', nobody, [kill('0', 888)], { ran: ran('kill', '-0', '888') }),
  row('a signal to a group', nobody, [kill('HUP', -888)], { ran: ran('kill', '-HUP', '-888') }),
  row('a signal that may not be sent', nobody, [kill('HUP', 1, 'EPERM')], { ran: ran('kill', '-HUP', '1') }),
  row('a signal to somebody', nobody, [], { ran: ran('kill', '-HUP', '7') }),
  row('a list of signals', nobody, [], { ran: ran('kill', '-l', 'HUP') }),
];
