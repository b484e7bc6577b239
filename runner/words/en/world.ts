/** About the machine and what can be asked of it. */
export const world = {
  'world.engine-restarts': () =>
    "The machine's Docker engine is not running. Seatrial starts it again; your containers go on meanwhile. Wait a moment, then press `r` to look again.",
  'world.engine-stopped': () => "The machine's Docker engine was stopped. `service docker start` starts it again.",
  'world.engine-fails': () =>
    "The machine's Docker engine ends as soon as it is started. `service docker start` says why where its settings, `/etc/docker/daemon.json`, are wrong; put them right, then start it.",
  'world.unreadable': (v: { name: string; said: string }) =>
    `The engine cannot tell what was made in the container \`${v.name}\` (${v.said}). Take away what is in its way there, or make the container anew.`,
  'world.engine-refuses': (v: { said: string }) => `The machine's Docker engine did not answer a question: ${v.said}`,
  'world.engine-silent': () =>
    'The Docker engine of the machine has not started within two minutes. Leave the lab, remove its machine with `seatrial clean`, and open the lab again.',
  'world.engine-hangs': () =>
    "The machine's Docker engine is there, but does not answer. Wait a moment; if it stays like that, wake it with `pkill -CONT dockerd`, or leave the lab and begin it again.",
  'world.helper-lost': () =>
    'The connection to the machine broke while Seatrial looked at its processes. It is made again; press `r` to look again.',
  'world.machine-stopped': (v: { machine: string }) =>
    `The machine of this lab, the container \`${v.machine}\`, was stopped. Start Seatrial again and choose to continue: the machine is started, its files and containers are there, what ran in it must be started again.`,
  'world.socket-lost': (v: { socket: string; said: string }) =>
    `The machine's Docker engine runs, but its clients do not find it at \`${v.socket}\` (${v.said}). \`pkill dockerd\` has Seatrial start it again, with its socket.`,
  'world.machine-removed': (v: { machine: string }) =>
    `The machine of this lab, the container \`${v.machine}\`, was removed by somebody else. Leave and start Seatrial again: it makes a new machine and brings it to this step.`,
  'world.script-late': (v: { seconds: number }) =>
    `The machine did not answer a question of Seatrial's within ${v.seconds} s. It may be busy: wait a moment, then press \`r\` to look again.`,
  'world.clock-back': (v: { seconds: number }) =>
    `The clock of the machine was set back: this step was opened ${v.seconds} s from now, by what it says, so what you do now does not count. Set the clock of this computer right (\`date\` shows it), or leave the lab, remove its machine and begin it anew.`,
  'world.image-missing': (v: { image: string }) =>
    `The image \`${v.image}\` could not be brought to the machine. \`seatrial images\` shows which images there are; leave the lab and open it again.`,
  'world.load-failed': (v: { images: string; said: string }) =>
    `The images ${v.images} could not be loaded on the machine: ${v.said}`,
  'world.no-docker': () =>
    'A check of this step asks for Docker, but the machine of the lab runs no engine. Its author must add `docker: {}` to `needs`.',
  'world.no-cluster': () =>
    'A check of this step asks for Kubernetes, but the lab runs without a cluster. Its author must add `kubernetes: {}` to `needs`.',
};
