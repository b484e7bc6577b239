import type { Adversary } from '../../../runner/api.ts';
import type { DidParams } from './check.ts';

/** Ways to have the engine show a list, or to seem to. */
const ofList = (what: string): readonly Adversary[] => {
  const one = what.slice(0, -1);
  const all = `docker ${one} ls`;
  const right = (name: string, run: string): Adversary => ({ name, run, outcome: 'right' });
  const wrong = (name: string, run: string, says?: string): Adversary => ({
    ...{ name, run, outcome: 'wrong' },
    ...(says !== undefined && { says }),
  });
  const path = what === 'containers' || what === 'images' ? `/${what}/json` : `/${what}`;
  return [
    right('in full', all),
    right('by the other name', `docker ${one} list`),
    right('ids alone', `${all} -q`),
    right('in a format of its own', `${all} --format json`),
    right('in a substitution', `echo $(${all} -q)`),
    right('into a pipe', `${all} | head -1`),
    right('by an alias', `alias show='docker ${one}'\nshow ls`),
    right('over the socket', `curl -s --unix-socket /var/run/docker.sock http://engine${path}`),
    right('over the socket, by version', `curl -s --unix-socket /var/run/docker.sock http://engine/v1.44${path}`),
    ...(what === 'images' ? [right('by a filter that all pass', `${all} --filter dangling=false`)] : []),
    ...(what === 'containers' ? [right('by a filter that all pass', `${all} --filter status=running`)] : []),
    wrong('none of them', `${all} --filter ${one === 'image' ? 'reference' : 'name'}=nosuch`),
    wrong('help', `${all} --help`, 'have not been listed'),
    wrong('a filter that there is none of', `${all} --filter nosuch=x`, 'refused'),
    wrong(
      'refused for its version',
      `curl -s --unix-socket /var/run/docker.sock http://engine/v1.99${path}`,
      'refused',
    ),
    wrong(
      'refused over the socket',
      `curl -s --unix-socket /var/run/docker.sock 'http://engine${path}?filters=x'`,
      'refused',
    ),
    wrong('another list', what === 'images' ? 'docker network ls' : 'docker images', 'not the'),
    wrong('a verb that there is none of', `docker ${one} lss`),
    wrong('processes of the machine', 'ps -ef', 'processes of the machine'),
    wrong('a text about it', `echo ${all}`, 'have not been listed'),
    ...(what === 'containers' ? ofContainers(right, wrong) : []),
  ];
};

type Make = (name: string, run: string, says?: string) => Adversary;

const over = "curl -s --unix-socket /var/run/docker.sock 'http://engine/containers/json?";
const image = '$(docker images -q | head -1)';
// Their ids, without asking the engine for a list.
const ids = 'ls /var/lib/docker/containers';
const each = `$(${ids})`;

/** Where several run, as in a step that asks for the list of them. */
const ofContainers = (right: Make, wrong: Make): readonly Adversary[] => [
  right('stopped ones, too', 'docker ps -a'),
  right('those that run, by a filter', 'docker ps --filter status=running'),
  right('what they use', 'docker stats --no-stream'),
  right('as many as there are at most', 'docker ps -n 99'),
  right('no limit by a limit', 'docker ps -n -1'),
  right('with no filter among its filters', `${over}filters=%7B%7D'`),
  right('told what is so anyway', `${over}all=false&limit=0'`),
  right('and each by itself', 'docker inspect $(docker ps -q)'),
  right('shown to nobody', 'docker ps > /dev/null'),
  {
    ...right(
      'by a filter, before one comes',
      `docker ps --filter status=running; docker run -d --name late ${image} true`,
    ),
    undo: 'docker rm -f late',
  },
  wrong('those that have ended', 'docker ps --filter status=exited'),
  wrong('none at all', 'docker ps --filter name=nosuch'),
  wrong('the last one', 'docker ps -l', 'more is there'),
  wrong('a limit that is no number', `${over}limit=x'`, 'refused'),
  wrong(
    'those that are paused, before any is',
    `docker ps -f status=paused; docker pause ${each}; docker unpause ${each}`,
  ),
  {
    ...wrong(
      'the last one, before the others go',
      `last=$(docker ps -lq --no-trunc); docker rm -f $(${ids} | grep -v $last)`,
    ),
    fresh: true,
  },
  // The engine's lists may show for a moment what has just been ended.
  {
    ...wrong('none, once all have ended', `docker kill ${each}; sleep 1; docker ps`, 'no container runs'),
    fresh: true,
  },
];

/** Ways to run a program inside a container, or to seem to. */
function ofExec({ in: container, program, lists }: NonNullable<DidParams['exec']>): readonly Adversary[] {
  const name = [program].flat()[0] ?? '';
  const isFile = lists !== undefined && !lists.startsWith('/');
  const made = isFile ? `docker exec ${container} touch /${lists}\n` : '';
  const undo = isFile ? { undo: `docker exec ${container} rm -f /${lists} /tmp/${lists} /dev/shm/${lists}` } : {};
  const right = (what: string, run: string): Adversary => ({ name: what, run: made + run, outcome: 'right', ...undo });
  const wrong = (what: string, run: string, says?: string): Adversary => ({
    ...{ name: what, run: made + run, outcome: 'wrong', ...undo },
    ...(says !== undefined && { says }),
  });
  return [
    right('plainly', `docker exec ${container} ${name}`),
    right('by the other name', `docker container exec ${container} ${name}`),
    right('with a terminal', `docker exec -it ${container} ${name}`),
    right('in a shell', `docker exec ${container} sh -c '${name}'`),
    right('in a shell that goes on', `docker exec ${container} sh -c '${name}; true'`),
    right('typed into a shell', `echo ${name} | docker exec -i ${container} sh`),
    right('typed into another shell', `printf 'cd /\\n${name}\\nexit 3\\n' | docker exec -i ${container} bash`),
    right(
      'by the beginning of an ID',
      `docker exec $(docker ps -q --no-trunc --filter id=${container} | cut -c1-12) ${name}`,
    ),
    right('in a loop', `for each in ${container}; do docker exec $each ${name}; done`),
    right('by an alias', `alias inside='docker exec ${container}'\ninside ${name}`),
    right('through env', `docker exec ${container} env A=1 ${name}`),
    right('brought in from the machine', `nsenter -t $(docker inspect -f '{{.State.Pid}}' ${container}) -a ${name}`),
    wrong('its file read', `docker exec ${container} cat /usr/bin/${name} > /dev/null`),
    wrong('its file searched', `docker exec ${container} grep -c x /usr/bin/${name}`),
    wrong('its file copied out', `docker cp ${container}:/usr/bin/${name} - > /dev/null`),
    wrong('its name in quotes with an option', `docker exec ${container} '${name} -l'`, 'Leave out the quotes'),
    wrong('a name that is none', `docker exec ${container} ${name}x`, 'was not found'),
    wrong('from a folder that is none', `docker exec -w /nosuch ${container} ${name}; true`, 'there is no folder'),
    wrong('as a user that is none', `docker exec -u nosuch ${container} ${name}`, 'there is no user'),
    wrong('a folder in its place', `docker exec ${container} /etc`, 'is a directory'),
    wrong('an option that is none', `docker exec ${container} ${name} --nosuch-option`, 'ended with'),
    wrong('said, not run', `docker exec ${container} echo ${name}`),
    wrong('in a shell that is told to run nothing', `docker exec ${container} bash -nc ${name}`),
    wrong('on the machine', `${name} > /dev/null`),
    wrong('in a container of its own', `docker run --rm $(docker images -q | head -1) ${name}`),
    wrong('with a long dash', `docker exec —it ${container} ${name}`, 'failed with exit code'),
    wrong('by a name with a blank behind it', `docker exec "${container} " ${name}`, 'failed with exit code'),
    wrong('in no container', `docker exec nosuch ${name}`),
    ...(lists === undefined ? [] : [wrong('its help', `docker exec ${container} ${name} --help`)]),
    ...(isFile ? ofFile(container, name, lists, undo) : []),
  ];
}

type Undo = Pick<Adversary, 'undo'>;

/** Where a file must have been shown. */
const ofFile = (container: string, name: string, file: string, undo: Undo): readonly Adversary[] => {
  const made = `docker exec ${container} touch /${file}`;
  const exec = (command: string) => `${made}\ndocker exec ${container} ${command}`;
  const right = (what: string, run: string): Adversary => ({ name: what, run, outcome: 'right', ...undo });
  const wrong = (what: string, run: string, says?: string): Adversary => ({
    ...{ name: what, run, outcome: 'wrong', ...undo },
    ...(says !== undefined && { says }),
  });
  return [
    right('in another folder', `docker exec ${container} sh -c 'touch /tmp/${file} && ${name} /tmp'`),
    right('in memory', `docker exec ${container} touch /dev/shm/${file}\ndocker exec ${container} ${name} /dev/shm`),
    wrong('before it was there', `docker exec ${container} ${name} /\n${made}`),
    wrong('another folder than its own', exec(`${name} /etc`), '/etc'),
    wrong('a folder that is none', exec(`${name} /nosuch`)),
    ...(name === 'ls' ? ofListed(right, wrong, exec, file) : []),
    ...(name === 'ls' ? ofTyped(right, wrong, container, file) : []),
  ];
};

/** The same by ls(1), and what goes with it: by a file's name, and what leaves that out. */
const ofListed = (right: Make, wrong: Make, exec: (command: string) => string, file: string): readonly Adversary[] => [
  right('by its name', exec(`ls -l /${file}`)),
  right('by its name, in a shell', exec(`sh -c 'cd / && ls -l ${file}'`)),
  right('by its name, through env', exec(`env A=1 ls ${file}`)),
  right('by what a shell makes of a star', exec("sh -c 'cd / && ls -d *'")),
  right('by what a shell makes of a star, and folders besides', exec("sh -c 'ls /*'")),
  right('without another one', exec('ls -I etc /')),
  wrong('left out', exec(`ls -I ${file} /`), 'leaves'),
  wrong('left out among other letters', exec(`ls -lI${file} /`), 'leaves'),
  wrong('hidden', exec(`ls --hide=${file} /`), 'leaves'),
  wrong('left out, in a shell', exec(`sh -c 'ls -I ${file} /'`), 'leaves'),
  wrong('its name as an option’s value', exec(`ls --ignore ${file} /etc`)),
  wrong('its name behind a folder that is none', exec(`ls /nosuch/${file}`)),
];

/** The same, by what a shell inside reads: no exec has its words. */
const ofTyped = (right: Make, wrong: Make, container: string, file: string): readonly Adversary[] => {
  const typed = (...lines: readonly string[]) => `printf '${lines.join('\\n')}\\n' | docker exec -i ${container} sh`;
  return [
    right('by its name, typed into a shell', typed(`touch /${file}`, `ls -l /${file}`)),
    right('by its name, from its folder', typed(`cd /tmp; touch ${file}`, `ls ./${file}`, 'cd /')),
    right('by its name in a variable', typed(`name=${file}; touch /$name`, 'stat /$name')),
    wrong('by its name before it was there, typed into a shell', typed(`ls -l /${file}`, `touch /${file}`)),
    wrong('left out, typed into a shell', typed(`touch /${file}`, `ls -I ${file} /`), 'leaves'),
    wrong('left out by a variable', typed(`touch /${file}; name=${file}`, 'ls -I $name /'), 'leaves'),
    wrong('not looked for, typed into a shell', typed(`touch /${file}`, 'find / -xdev -name nosuch')),
  ];
};

/** What somebody might do in this check's place, by what it asks for. */
export const adversaries = ({ list, exec }: DidParams): readonly Adversary[] => [
  ...(list ? ofList(list) : []),
  ...(exec ? ofExec(exec) : []),
];
