/** Programs that a learner may name beside the right one, and that no sentence has as words of another meaning. */
const wellKnown = `
systemd init launchd upstart runit tini dumb-init docker-init busybox kthreadd
bash sh dash ash zsh ksh csh tcsh fish su sudo login sshd cron crond getty agetty dtach tmux vim nano
cat ps ls grep egrep sed awk pgrep pidof pstree curl wget python python3 perl ruby java php
docker dockerd containerd containerd-shim runc crun podman conmon kubelet kubectl kube-proxy etcd coredns crictl ctr crio
nginx pause httpd apache apache2 redis postgres mysqld
`;

const programs: ReadonlySet<string> = new Set(wellKnown.split(/\s+/).filter(Boolean));

const folders = /^(?:\/|~\/|\.{1,2}\/|(?:usr|bin|sbin|local|lib|opt)\/)/;

/** Whether a path leads to where programs are kept; what is no path may be one. */
export const isPlaceOfPrograms = (path: string): boolean =>
  !/^\/(?:etc|proc|dev|sys|run|var\/(?:log|run))\//.test(path);

export const isPath = (word: string): boolean => folders.test(word);

/** Whether a word names a program for sure, and no sentence's thing: one of these, a well-known one, a path, `foo-bar`, `foo.sh`. */
export function isSurelyProgram(word: string, ones: ReadonlySet<string>): boolean {
  const name = word.toLowerCase().replace(/^-/, '');
  const short = name.slice(name.lastIndexOf('/') + 1);
  return isPath(name) || ones.has(short) || programs.has(short) || /^\w+(?:-\w+)+$|^\w+\.\w+$/.test(short);
}
