import type { Adversary } from '../../../runner/api.ts';
import { right } from '../../kit/adversary.ts';
import { disguise, quote } from '../../kit/inside.ts';
import { lineOf, wordsOf } from '../words.ts';

type Params = { readonly image: string; readonly args: string };

const wrong = (name: string, run: string, says?: string, more: Partial<Adversary> = {}): Adversary => ({
  ...{ name, run, outcome: 'wrong' as const, ...more },
  ...(says !== undefined && { says }),
});

/** Ways to leave a command running in a container, and ways that only look so. They need a shell, `tail` and `sleep` in the image. */
export function adversaries({ image, args }: Params): readonly Adversary[] {
  const words = wordsOf(args);
  const [program = '', ...rest] = words;
  const command = lineOf(words);
  const script = command.replaceAll("'", `'\\''`);
  const keep = `docker run -d --name adversary ${image} tail -f /dev/null`;
  return [
    right('plainly', `docker run -d ${image} ${command}`),
    right('by the long names', `docker container run --detach --name adversary ${image} ${command}`),
    right('created, then started', `docker create --name adversary ${image} ${command}\ndocker start adversary`),
    right('as the entrypoint', `docker run -d --entrypoint ${program} ${image} ${lineOf(rest)}`),
    right(
      'by the program’s path',
      `docker run -d ${image} "$(docker run --rm ${image} sh -c 'command -v ${program}')" ${lineOf(rest)}`,
    ),
    right('by a shell that becomes it', `docker run -d ${image} sh -c 'exec ${script}'`),
    right('by a shell that waits for it', `docker run -d ${image} sh -c '${script}; exit 3'`),
    right('beside another process', `docker run -d ${image} sh -c '${script} & tail -f /dev/null'`),
    right('under an init', `docker run -d --init ${image} ${command}`),
    right('with a terminal of its own', `docker run -dt ${image} ${command}`),
    right('with variables, a label and a limit', `docker run -d -e A=1 --label a=b --memory 64m ${image} ${command}`),
    right('from a folder of its own, as another user', `docker run -d -w /tmp -u 65534 ${image} ${command}`),
    right('restarted by the engine if need be', `docker run -d --restart always ${image} ${command}`),
    right('without a network', `docker run -d --network none ${image} ${command}`),
    right('in the machine’s PID namespace, and its own process', `docker run -d --pid host ${image} ${command}`),
    right('from the image by its id', `docker run -d "$(docker images -q --no-trunc ${image})" ${command}`),
    right('from another name of the image', `docker tag ${image} adversary:1\ndocker run -d adversary:1 ${command}`, {
      undo: 'docker rmi adversary:1',
    }),
    right(
      'from the image, which lost its name and got it back',
      `docker tag ${image} kept\ndocker rmi ${image}\ndocker tag kept ${image}\ndocker rmi kept\ndocker run -d ${image} ${command}`,
    ),
    right('renamed', `docker run -d --name adversary ${image} ${command}\ndocker rename adversary renamed`),
    right(
      'stopped and started again',
      `docker run -d --name adversary ${image} ${command}\ndocker restart -t 0 adversary`,
    ),
    right('in the foreground, sent to the background', `docker run ${image} ${command} &`),
    right('after a wrong one', `docker run -d ${image} tail -f /dev/null\ndocker run -d ${image} ${command}`),
    right(
      'limits, a policy and no network',
      `docker run -d --pids-limit 50 --restart unless-stopped --network none ${image} ${command}`,
    ),
    right('twice the same', `docker run -d ${image} ${command}\ndocker run -d ${image} ${command}`),

    wrong('another program that calls itself so', `docker run -d ${image} bash -c ${quote(disguise(words))}`),
    wrong(
      'another program that calls itself so, beside what it runs',
      `docker run -d ${image} bash -c ${quote(`(${disguise(words)}) & tail -f /dev/null`)}`,
    ),
    ...inItsPlace(image, words),
    wrong('only said', `docker run -d ${image} sh -c 'echo ${script}; exec tail -f /dev/null'`),
    wrong(
      'only as a label, a variable and a name',
      `docker run -d --label 'run=${script}' --env 'RUN=${script}' --hostname run ${image} tail -f /dev/null`,
    ),
    wrong('only as what a program is given', `docker run -d ${image} tail -f /dev/null --pid 1 '${script}'`),
    wrong('on the machine itself', `${command} &`, 'on the machine', { undo: 'kill $!' }),
    wrong('on the machine, in a namespace of its own', `unshare --pid --fork --mount-proc ${command} &`, undefined, {
      undo: 'pkill -f "^unshare --pid --fork"',
    }),
    wrong('by an exec in another container', `${keep}\ndocker exec -d adversary ${command}`, 'tail -f /dev/null'),
    wrong(
      'left behind by an exec',
      `${keep}\ndocker exec adversary sh -c '${script} > /dev/null 2>&1 &'`,
      'tail -f /dev/null',
    ),
    wrong(
      'by nsenter, from the machine',
      `${keep}\nnsenter -t "$(docker inspect -f '{{.State.Pid}}' adversary)" -p -m sh -c '${script} > /dev/null 2>&1 &'`,
      'tail -f /dev/null',
    ),
    wrong(
      'by nsenter, control group and all',
      `${keep}\nnsenter -t "$(docker inspect -f '{{.State.Pid}}' adversary)" -p -m --join-cgroup sh -c '${script} > /dev/null 2>&1 &'`,
      'tail -f /dev/null',
    ),
    wrong(
      'by nsenter, control group and all, in a session of its own',
      `${keep}\nnsenter -t "$(docker inspect -f '{{.State.Pid}}' adversary)" -p -m --join-cgroup sh -c 'setsid ${script} > /dev/null 2>&1 &'`,
      'tail -f /dev/null',
    ),
    wrong(
      'on the machine, seen through its PID namespace',
      `docker run -d --pid host ${image} tail -f /dev/null\n${command} &`,
      undefined,
      {
        undo: 'kill %1',
      },
    ),
    wrong(
      'by another container that joins it',
      `${keep}\ndocker run -d --pid container:adversary ${image} sh -c 'sleep 9999; ${script}'`,
    ),
    wrong(
      'as one word',
      `docker run -d ${image} "${command.replace(/["\\$`]/g, '\\$&')}"`,
      'there is no program called',
    ),
    wrong(
      'as one word of a shell',
      `docker run -d ${image} sh -c "'${command.replaceAll('"', '\\"')}'"`,
      'was not found',
    ),
    wrong('read by a shell and not run', `docker run -d ${image} sh -nc '${script}'`, 'no longer running'),
    wrong('only printed', `docker run -d ${image} echo ${command}`),
    wrong(
      'with less memory than the engine gives',
      `docker run -d --memory 1b ${image} ${command}`,
      'Minimum memory limit',
    ),
    wrong('with more processors than there are', `docker run -d --cpus 5000 ${image} ${command}`, 'Range of CPUs'),
    wrong('created alone', `docker create ${image} ${command}`, 'created, but not started'),
    wrong('with one argument more', `docker run -d ${image} ${command} 5`, 'not `'),
    wrong('with a program that is none', `docker run -d ${image} ${program}x ${lineOf(rest)}`, 'was not found'),
    wrong('with a directory as its program', `docker run -d ${image} /etc`, 'is a directory'),
    wrong('as a user that is none', `docker run -d -u nobodyhere ${image} ${command}`, 'no user'),
    wrong('in a network that is none', `docker run -d --network nosuch ${image} ${command}`, 'no network'),
    wrong(
      'with a flag that is none',
      `docker run -d --nosuch ${image} ${command}`,
      'did not accept it as it is written',
    ),
    wrong('with a typographic dash', `docker run –d ${image} ${command}`, 'a sign of text programs'),
    wrong('from a file taken for a folder', `docker run -d -w /etc/passwd ${image} ${command}`, 'is not a directory'),
    wrong(
      'under a name that was free again, with more than the machine has',
      `docker run -d --name adversary ${image} ${command} 5\ndocker rm -f adversary\ndocker run -d --name adversary --cpus 5000 ${image} ${command}`,
      'Range of CPUs',
    ),
    wrong('under a name that is none', `docker run -d --name 'a b' ${image} ${command}`, 'cannot be its name'),
    wrong('the image started, not run', `docker start ${image}`, 'that is the name of an image'),
    wrong('executed in the image', `docker exec ${image} ${command}`, 'that is the name of an image'),
    wrong('in a container that is none', `docker exec -d nosuch ${command}`, 'There is no container'),
    wrong('from an image that is none', `docker run -d nosuch-${image} ${command}`, 'There is no image'),
    wrong(
      'from a copy of the image with something in it',
      `docker run --name adversary ${image} sh -c 'echo > /adversary'\ndocker commit adversary copied\ndocker rm adversary\ndocker run -d copied ${command}`,
      'comes from the image',
      { undo: 'docker rm -f $(docker ps -aq --filter ancestor=copied); docker rmi copied' },
    ),
    wrong(
      'from another image that was given its name',
      `docker tag ${image} kept\ndocker run --name adversary ${image} sh -c 'echo > /adversary'\ndocker commit adversary ${image}\ndocker rm adversary\ndocker run -d ${image} ${command}`,
      'was given the name',
      { undo: `docker rm -f $(docker ps -aq); docker tag kept ${image}; docker rmi kept` },
    ),
  ];
}

/** What bears the program's name: the image's own, wherever it lies, and another file that has taken its place. */
function inItsPlace(image: string, [program = '', ...rest]: readonly string[]): readonly Adversary[] {
  const path = `"$(docker run --rm ${image} sh -c 'command -v ${program}')"`;
  const fake = "printf '#!/bin/sh\\nexec tail -f /dev/null\\n' > fake; chmod +x fake";
  const command = lineOf([program, ...rest]);
  const says = 'another file';
  return [
    right('beside what is mounted', `docker run -d -v "$PWD:/adversary" ${image} ${command}`),
    right(
      'by a copy of the program itself',
      `docker run -d ${image} sh -c ${quote(`cp "$(command -v ${program})" /tmp/${program}; exec /tmp/${command}`)}`,
    ),
    wrong(
      'by a script that lies over the program',
      `${fake}\npath=${path}\ndocker run -d -v "$PWD/fake:$path" ${image} ${command}`,
      says,
    ),
    wrong(
      'by a script that was copied over the program',
      `${fake}\npath=${path}\ndocker create --name adversary ${image} ${command}\ndocker cp fake "adversary:$path"\ndocker start adversary`,
      says,
    ),
    wrong(
      'by a script of the program’s name that is found first',
      `${fake}\nmv fake ${program}\ndocker run -d -v "$PWD:/adversary" -e PATH=/adversary:/usr/bin:/bin ${image} ${command}`,
      says,
    ),
  ];
}
