import type { Adversary } from '../../../runner/api.ts';
import { right, wrong } from '../../kit/adversary.ts';
import { nameOf, partOf } from '../typed.ts';
import type { DidParams } from './check.ts';
import { isBuiltIn } from './starts.ts';

/** Ways to run a program in a container of a Pod, and what does not. Of other calls of the API nothing is known that fits them all. */
export function adversaries({
  pod,
  namespace,
  container,
  contains,
  lists,
  reads,
  signals,
  refused,
  program,
  shell,
  ends,
}: DidParams): readonly Adversary[] {
  const [where] = [container ?? []].flat();
  const [wanted] = [program ?? []].flat();
  const isRefused = ends === 'refused' || typeof ends === 'number';
  if (isRefused || namespace !== undefined || pod === undefined || where === undefined || wanted === undefined)
    return [];
  const name = nameOf(pod);
  const inside = (command: string) => `kubectl exec ${name} -c ${where} -- ${command}`;
  const all = [...neverRun(inside, wanted), ...outside(inside, name, where, wanted)];
  if (lists) return [...all, ...plain(inside, name, where, wanted), ...listing(inside)];
  const pid = reads && partOf(pod, `container.${reads.container}.process.insidePid`);
  if (reads && pid)
    return [...all, ...reading(inside, pid, reads.path, `kubectl exec ${name} -c ${reads.container} --`)];
  if (signals) return [...all, ...signalling(inside, signals)];
  if (refused?.signal !== undefined && refused.error === 'ESRCH')
    return [...all, ...signallingNobody(inside, refused.signal)];
  if (refused?.path !== undefined && refused.error === 'EACCES' && new RegExp(refused.path).test('/proc/7/root'))
    return [...all, ...followingRoots(inside)];
  return [
    ...all,
    ...(ends === 'well' ? failing(inside, wanted) : []),
    ...(contains === undefined ? plain(inside, name, where, wanted) : []),
    ...(contains === undefined && shell
      ? [
          right('in a shell inside', `${typing(inside)}\n${wanted}\nexit`),
          ...(isBuiltIn(wanted) ? [] : [wrong('in a shell inside that is left at once', `${typing(inside)}\nexit`)]),
        ]
      : []),
  ];
}

type Inside = (command: string) => string;

const typing = (inside: Inside): string => inside('sh').replace(' exec ', ' exec -it ');

const outside = (inside: Inside, name: string, where: string, program: string): readonly Adversary[] => [
  wrong('on the machine itself', `${program} < /dev/null > /dev/null 2>&1`),
  wrong('in a Pod that is none', `kubectl exec ${name}x -c ${where} -- ${program}`),
  wrong('in another namespace', `kubectl exec -n default ${name} -c ${where} -- ${program}`),
  wrong('only asked about', 'kubectl exec --help > /dev/null'),
  wrong('only whether one may', 'kubectl auth can-i create pods/exec'),
  wrong('only the Pod described', `kubectl describe pod ${name} > /dev/null`),
  wrong('only its log', `kubectl logs ${name} -c ${where}`),
  wrong('a file of that name', inside(`test -e /bin/${program}`)),
  wrong('by a name that is nearly it', inside(`${program}x`)),
];

const plain = (inside: Inside, name: string, where: string, program: string): readonly Adversary[] => [
  right('by its path', inside(`/bin/${program}`)),
  right('by the kind and the name', `kubectl exec pod/${name} -c ${where} -- ${program}`),
  right(
    'with another client',
    `env -i KUBECONFIG=/root/.kube/config HOME=/root ${inside(program).replace('kubectl', '$(which kubectl)')}`,
  ),
];

const neverRun = (inside: Inside, program: string): readonly Adversary[] => [
  wrong('a program that there is not', inside('no-such-program'), { says: 'did not begin' }),
  wrong('a command in quotes', inside(`'${program} x y'`), { says: 'did not begin' }),
  wrong('a folder for a program', inside('/etc')),
  wrong('only its name, said', inside(`echo ${program}`)),
  wrong('only a remark in a script', inside(`sh -c 'true # ${program}'`)),
  wrong('only asked where it is', inside(`sh -c 'command -v ${program}'`)),
  wrong('in a container that there is not', inside(program).replace(/ -c \S+/, ' -c none-of-these'), {
    says: 'refused',
  }),
  wrong('in a namespace that there is not', inside(program).replace('kubectl', 'kubectl --namespace=nowhere')),
  wrong('the Pod, described', 'kubectl get pods -o yaml > /dev/null'),
];

const failing = (inside: Inside, program: string): readonly Adversary[] => [
  wrong('what it says of itself when nothing is given', inside(program)),
  wrong('with an option that there is not', inside(`${program} --no-such-option`)),
  wrong('never come to', inside(`sh -c 'false && ${program}'`)),
];

const listing = (inside: Inside): readonly Adversary[] => [
  right('a loop over all names', inside(`sh -c 'for each in /proc/[0-9]*; do cat $each/comm; done'`)),
  right('all names at once', inside("sh -c 'cat /proc/[0-9]*/comm'")),
  right('all states, searched', inside("sh -c 'grep -h ^Name /proc/[0-9]*/status'")),
  right('the folder itself', inside('ls -l /proc')),
  right('found', inside('find /proc -maxdepth 2 -name comm')),
  right('one by one, by number', inside(`sh -c 'for i in $(seq 1 99); do cat /proc/$i/comm 2> /dev/null; done; true'`)),
  right('through busybox', inside('busybox ps')),
  right('looked for by name', inside('pidof sh')),
  right('drawn once', inside('top -b -n 1')),
  right('a script on the input of a shell', `echo ps | ${inside('sh').replace(' exec ', ' exec -i ')}`),
  right('typed into a shell', `${typing(inside)}\ncat /proc/[0-9]*/cmdline | wc -c\nexit`),
  right('as parts of a longer script', inside(`sh -c 'cd /tmp; ps > list; rm list'`)),
  wrong('only its help', inside('ps --help'), { says: 'has not looked at the processes' }),
  wrong('a function of its name', inside(`sh -c 'ps() { echo 1 sh; }; ps'`)),
  wrong('the files of the folder one is in', inside('ls'), { says: 'has not looked at the processes' }),
  wrong('only itself', inside('cat /proc/self/comm')),
  wrong('one process alone', inside('cat /proc/1/comm')),
  wrong('typed into a shell: something else', `${typing(inside)}\necho ps\nexit`),
];

const signalling = (inside: Inside, { signal, pid }: NonNullable<DidParams['signals']>): readonly Adversary[] => {
  const kill = `kill -${signal} ${pid}`;
  return [
    right('by its name', inside(kill)),
    right('by its whole name', inside(`kill -SIG${signal} ${pid}`)),
    right('by its name behind -s', inside(`kill -s ${signal} ${pid}`)),
    right('by the kind of the Pod', inside(kill).replace('exec ', 'exec pod/')),
    right('through busybox', inside(`busybox ${kill}`)),
    right('by a shell that goes on', inside(`sh -c '${kill}; ps'`)),
    right('after what went well', inside(`sh -c 'cd /tmp && ${kill}'`)),
    right('in a loop', inside(`sh -c 'for each in ${pid}; do kill -${signal} $each; done'`)),
    right('on the input of a shell', `echo ${kill} | ${inside('sh').replace(' exec ', ' exec -i ')}`),
    right('typed into a shell', `${typing(inside)}\n${kill}\nexit`),
    wrong('never come to', inside(`sh -c 'exit 0; ${kill}'`), { says: 'no SIG' }),
    wrong('in a branch that is not taken', inside(`sh -c 'if false; then ${kill}; fi'`)),
    wrong('in a loop over nothing', inside(`sh -c 'for each in; do ${kill}; done'`)),
    wrong('a function of its name', inside(`sh -c 'kill() { true; }; ${kill}'`)),
    wrong('only said', inside(`echo ${kill}`)),
    wrong('only a remark', inside(`sh -c 'true # ; ${kill}'`)),
    wrong('only asked whether it is there', inside(`kill -0 ${pid}`)),
    wrong('another signal', inside(`kill -USR1 ${pid}`)),
    wrong('another process', inside(`sh -c 'sleep 9 & kill -${signal} $!'`)),
    wrong('nobody', inside(`kill -${signal} ${pid}4242`)),
    wrong('typed into a shell: something else', `${typing(inside)}\necho ${kill}\nexit`),
  ];
};

const let_ = 'the kernel did not refuse it';

/** Where the only processes that can be seen are one's own, and few. */
const signallingNobody = (inside: Inside, signal: string): readonly Adversary[] => {
  const kill = `kill -${signal} 17017`;
  return [
    right('by its name', inside(kill)),
    right('by its whole name', inside(`kill -SIG${signal} 17017`)),
    right('by its name behind -s', inside(`kill -s ${signal} 17017`)),
    right('to another PID that nobody has', inside(`kill -${signal} 23456`)),
    right('through busybox', inside(`busybox ${kill}`)),
    right('by a shell that goes on', inside(`sh -c '${kill}; true'`)),
    right('the PID in a variable', inside(`sh -c 'p=17017; kill -${signal} "$p"'`)),
    right('the signal in a variable', inside(`sh -c 's=${signal}; kill -$s 17017'`)),
    right('to several in a loop', inside(`sh -c 'for each in 17017 23456; do kill -${signal} $each; done'`)),
    right('handed on', inside(`sh -c 'echo 17017 | xargs kill -${signal}'`)),
    right('on the input of a shell', `echo ${kill} | ${inside('sh').replace(' exec ', ' exec -i ')}`),
    right('typed into a shell', `${typing(inside)}\n${kill}\nexit`),
    wrong('to somebody', inside(`sh -c 'sleep 9 & kill -${signal} $!'`)),
    wrong('another signal', inside('kill -USR1 17017'), { says: let_ }),
    wrong('only asked whether it is there', inside('kill -0 17017'), { says: let_ }),
    wrong('only said', inside(`echo ${kill}`)),
    wrong('only listed', inside(`kill -l ${signal}`), { says: let_ }),
    wrong('no PID at all', inside(`kill -${signal} nobody`), { says: let_ }),
    wrong('to a group', inside(`sh -c 'kill -${signal} -17017'`)),
    wrong('only a remark', inside(`sh -c 'true # ; ${kill}'`)),
    wrong('never come to', inside(`sh -c 'exit 0; ${kill}'`)),
    wrong('in a branch that is not taken', inside(`sh -c 'if false; then ${kill}; fi'`)),
    wrong('typed into a shell: something else', `${typing(inside)}\necho ${kill}\nexit`),
    wrong('a shell that is left at once', `${typing(inside)}\nexit`),
  ];
};

/** For the PID of each process that can be seen. */
const each = (inside: Inside, run: string): string => inside(`sh -c 'for p in /proc/[0-9]*; do ${run}; done; true'`);

/** Where some process can be seen whose root may not be followed, by whoever runs these. */
const followingRoots = (inside: Inside): readonly Adversary[] => [
  right('a file in the roots of all', each(inside, 'cat $p/root/etc/hosts')),
  right('the roots of all, listed', each(inside, 'ls $p/root/')),
  right('the links themselves', each(inside, 'ls -l $p/root')),
  right('where they lead', each(inside, 'readlink $p/root')),
  right('gone into', each(inside, '(cd $p/root)')),
  right('from the folder of each', each(inside, '(cd $p; cat root/etc/hosts)')),
  right('for one’s own', each(inside, 'chroot $p/root true')),
  right('copied by blocks', each(inside, 'dd if=$p/root/etc/hosts of=/dev/null')),
  right('read line by line', each(inside, 'while read line; do :; done < $p/root/etc/hosts')),
  right('whether it is there', each(inside, 'test -e $p/root/etc/hosts')),
  right(
    'on the input of a shell',
    `echo 'for p in /proc/[0-9]*; do cat $p/root/etc/hosts; done' | ${inside('sh').replace(' exec ', ' exec -i ')}`,
  ),
  right('typed into a shell', `${typing(inside)}\nfor p in /proc/[0-9]*; do head $p/root/etc/hosts; done\nexit`),
  wrong('one’s own', inside('cat /proc/self/root/etc/hosts'), { says: let_ }),
  wrong('of a PID that there is not', inside('cat /proc/4242/root/etc/hosts'), { says: let_ }),
  wrong('root’s home', inside('ls -la /root'), { says: let_ }),
  wrong('only said', inside('echo /proc/1/root')),
  wrong('only a pattern', inside("sh -c 'cat /proc/self/status | grep /proc/1/root'")),
  wrong('environments', each(inside, 'cat $p/environ > /dev/null')),
  wrong('programs', each(inside, 'readlink $p/exe')),
  wrong('names', each(inside, 'cat $p/comm')),
  wrong('never come to', inside("sh -c 'exit 0; cat /proc/1/root/etc/hosts'")),
  wrong('typed into a shell: something else', `${typing(inside)}\necho /proc/1/root\nexit`),
  wrong('a shell that is left at once', `${typing(inside)}\nexit`),
];

const reading = (inside: Inside, pid: string, path: string, elsewhere: string): readonly Adversary[] => {
  const root = `/proc/${pid}/root`;
  const [folder, file] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
  return [
    right('with its root for one’s own', inside(`chroot ${root} cat ${path}`)),
    right('from its root', inside(`sh -c 'cd ${root} && cat ${path.slice(1)}'`)),
    right('from the folder of the file', inside(`sh -c 'cd ${root}${folder}; cat ${file}'`)),
    right('the PID in a variable', inside(`sh -c 'p=${pid}; cat /proc/$p/root${path}'`)),
    right('the path in pieces', inside(`sh -c 'a=/proc/${pid}; b=root; cat "$a/$b"${path}'`)),
    right('copied by blocks', inside(`dd if=${root}${path} of=/dev/null`)),
    right('read line by line', inside(`sh -c 'while read line; do echo "$line"; done < ${root}${path}'`)),
    right('packed up', inside(`tar -C ${root} -cf /dev/null ${path.slice(1)}`)),
    right('found, and handed on', inside(`sh -c 'find ${root}${folder} -name ${file} | xargs cat'`)),
    right('copied', inside(`cp ${root}${path} /tmp/copy`)),
    right('through its working folder', inside(`sh -c 'cat /proc/${pid}/cwd/../../../..${path}'`)),
    right('read by its input', inside(`sh -c 'cat < ${root}${path}'`)),
    right('counted', inside(`wc -l ${root}${path}`)),
    right('paged', inside(`sh -c 'less ${root}${path} | cat'`)),
    right('typed into a shell', `${typing(inside)}\nawk 1 ${root}${path}\nexit`),
    wrong('another file', inside(`cat ${root}/etc/passwd`), { says: `has not read \`${path}\`` }),
    wrong('of a PID that there is not', inside(`cat /proc/4242/root${path}`), { says: 'ended with 1' }),
    wrong('of oneself', inside(`cat /proc/self/root${path}`)),
    wrong('a file that there is not', inside(`cat ${root}${path}.none`), { says: 'ended with 1' }),
    wrong('only its entry', inside(`ls -l ${root}${path}`), { says: `has not read \`${path}\`` }),
    wrong('only its path, said', inside(`echo ${root}${path}`)),
    wrong('only whether it may be read', inside(`test -r ${root}${path}`)),
    wrong('opened, and nothing of it read', inside(`sh -c ': < ${root}${path}'`), { says: `has not read \`${path}\`` }),
    wrong('opened to write, and nothing written', inside(`sh -c ': >> ${root}${path}'`)),
    wrong('where it lies', `${elsewhere} cat ${path}`, { says: 'That was in the container' }),
  ];
};
