import type { Adversary } from '../../runner/api.ts';
import type { FileParams } from './check.ts';

/** Ways to make an empty file in a container, or to seem to; for one that must not be there, ways to bring it there after all. */
export function adversaries(wanted: FileParams): readonly Adversary[] {
  const { in: where, name, kind = 'file', exists } = wanted;
  const isPlain = Object.keys(wanted.where).length === 0;
  if (typeof where !== 'string' || name === undefined || kind !== 'file' || !isPlain) return [];
  const undo = `docker exec ${where} rm -rf /${name} /tmp/${name} /dev/shm/${name} /root/${name}; rm -f ${name}`;
  const inside = (command: string) => `docker exec ${where} ${command}`;
  const made = (what: string, run: string): Adversary => ({
    ...{ name: what, run, undo },
    ...(exists ? { outcome: 'right' } : { outcome: 'wrong', says: 'should not' }),
  });
  const not = (what: string, run: string, says?: string): Adversary => ({
    ...{ name: what, run, undo },
    ...(exists ? { outcome: 'wrong', ...(says !== undefined && { says }) } : { outcome: 'right' }),
  });
  return [
    made('touched', inside(`touch ${name}`)),
    made('in its home', inside(`touch /root/${name}`)),
    made('in memory', inside(`touch /dev/shm/${name}`)),
    made('written to', inside(`sh -c 'echo hello > /tmp/${name}'`)),
    made('cut to nothing', inside(`bash -c ': > /${name}'`)),
    made('typed into a shell', `echo 'touch /tmp/${name}' | docker exec -i ${where} sh`),
    made('copied in', `touch ${name}; docker cp ${name} ${where}:/tmp/`),
    made('as another user', `docker exec -u 65534 ${where} touch /tmp/${name}`),
    made('moved there', inside(`sh -c 'touch /tmp/x; mv /tmp/x /tmp/${name}'`)),
    made('through its first process', `touch /proc/$(docker inspect -f '{{.State.Pid}}' ${where})/root/tmp/${name}`),
    made('brought in from the machine', `nsenter -t $(docker inspect -f '{{.State.Pid}}' ${where}) -a touch /${name}`),
    not('on the machine', `touch ${name}`, 'on the machine itself'),
    not('by a redirection of the machine', `docker exec ${where} echo > ${name}`, 'redirection'),
    not('said, not made', inside(`echo touch ${name}`)),
    ...(exists
      ? [
          not('a letter less', inside(`touch /${name.slice(0, -1)}`), 'not `'),
          not('in capitals', inside(`touch /tmp/${name.toUpperCase()}`), 'not `'),
          not('a directory', inside(`mkdir /${name}`), 'is a directory'),
          not('a link', inside(`ln -s /etc/passwd /${name}`), 'is a symbolic link'),
          not('a pipe', inside(`mkfifo /tmp/${name}`)),
        ].map((each) => ({
          ...each,
          undo: `${undo}; docker exec ${where} rm -f /${name.slice(0, -1)} /tmp/${name.toUpperCase()}`,
        }))
      : []),
  ];
}
