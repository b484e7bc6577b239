export const setup = {
  'setup.later': (v: { titles: string }) => `then: ${v.titles}`,
  'setup.task-install-engine': () => "Installing Docker from the distribution's packages",
  'setup.task-start-engine': () => 'Starting the Docker engine',
  'setup.task-images': () => 'Images',
  'setup.task-registry': (v: { base: string }) => `Asking the image registry for ${v.base}`,
  'setup.task-base': () => 'Making a base image from Debian packages',
  'setup.task-image': (v: { name: string }) => `Building the image ${v.name}`,

  'setup.why-absent': () => 'nothing is there',
  'setup.why-denied': () => 'permission denied',
  'setup.why-refused': () => 'nobody listens there',
  'setup.why-timeout': () => 'no answer in time',
  'setup.why-unknown-host': () => 'the host name is unknown',
  'setup.why-error': (v: { text: string }) => v.text,
  'setup.why-status': (v: { status: number; text: string }) => `it answers with status ${v.status}: ${v.text}`,
  'setup.why-no-engine': () => 'what answers there is not a Docker engine',
  'setup.why-unreadable': () => 'this is not an address that Seatrial can read',
  'setup.why-no-context': () => 'there is no docker context of that name',
  'setup.why-ssh': () => 'Seatrial does not speak to engines over ssh itself',

  'setup.engine-named-silent': (v: { host: string; why: string }) =>
    `The Docker engine that your environment names does not answer: ${v.host} (${v.why}).\nStart it, or type \`unset DOCKER_HOST DOCKER_CONTEXT\` to let Seatrial look for another.`,
  'setup.engine-ssh': (v: { host: string; to: string }) =>
    `The Docker engine that your environment names is reached over ssh (${v.host}), which Seatrial does not speak itself. Forward its socket and use that:\n  ssh -fNL /tmp/docker.sock:/var/run/docker.sock ${v.to}\n  export DOCKER_HOST=unix:///tmp/docker.sock`,
  'setup.engine-denied': (v: { host: string; user: string }) =>
    `A Docker engine is there (${v.host}), but the user ${v.user} may not use it. Join the group that may, then log in again:\n  sudo usermod -aG docker ${v.user}\n  newgrp docker`,
  'setup.engine-slow': (v: { host: string }) =>
    `A Docker engine is there (${v.host}), but gives no answer. It is very busy, or it hangs. Try again in a moment; if that is in vain, start it anew:\n  sudo systemctl restart docker`,
  'setup.engine-darwin': () =>
    'No Docker engine answers on this Mac. Start Docker Desktop, or install Colima and start it:\n  brew install colima docker\n  colima start',
  'setup.engine-platform': (v: { platform: string }) =>
    `No Docker engine answers, and Seatrial cannot install one on ${v.platform}. Install Docker (https://docs.docker.com/get-docker/), start it, and type the same again.`,
  'setup.engine-forbidden': (v: { distribution: string }) =>
    `No Docker engine answers on this computer (${v.distribution}), and SEATRIAL_INSTALL=never forbids Seatrial to install or start one. Do it yourself:\n  sudo apt-get install docker.io\n  sudo systemctl start docker`,
  'setup.engine-no-apt': (v: { distribution: string }) =>
    `No Docker engine answers. Seatrial can install one on Debian and Ubuntu; this is ${v.distribution}. Install Docker as https://docs.docker.com/engine/install/ describes, then:\n  sudo systemctl enable --now docker`,
  'setup.engine-install-root': (v: { user: string }) =>
    `No Docker engine is installed, and the user ${v.user} may not install one without a password. Type this, log in again, and start Seatrial:\n  sudo apt-get install docker.io\n  sudo usermod -aG docker ${v.user}`,
  'setup.engine-start-root': (v: { user: string }) =>
    `Docker is installed but does not run, and the user ${v.user} may not start it without a password. Type:\n  sudo systemctl start docker`,
  'setup.engine-installs': (v: { distribution: string }) =>
    `No Docker engine answers on this computer. Seatrial installs one from the packages of ${v.distribution} (docker.io) and starts it.`,
  'setup.engine-starts': () => 'Docker is installed but does not run. Seatrial starts it.',
  'setup.ask-install': () => 'Install Docker and start it?',
  'setup.ask-install-sudo': () =>
    'Install Docker and start it? It asks for your password, and adds you to the group docker, which is as powerful as root.',
  'setup.ask-start': () => 'Start the Docker engine?',
  'setup.engine-declined': () =>
    'Without a Docker engine there are no labs. Start one yourself, or start Seatrial again and say yes.',
  'setup.engine-other-installs': () => 'Another Seatrial prepares the Docker engine just now. This one waits for it.',
  'setup.engine-start-failed': (v: { log: string }) =>
    `The Docker engine does not start. The end of its log (/var/log/dockerd.log, or \`journalctl -u docker\`):\n\n${v.log}\n`,
  'setup.engine-new-group': (v: { user: string }) =>
    `The Docker engine runs, and ${v.user} is now in the group docker, but this login does not know it yet. Type this, then start Seatrial again:\n  newgrp docker`,

  'setup.disk-full': (v: { log: string }) =>
    `The disk is full. Seatrial needs about 3 GB; \`df -h\` shows where there is room, \`docker system df\` what Docker takes.\n\n${v.log}\n`,
  'setup.apt-locked': (v: { log: string }) =>
    `Another program installs packages just now. Wait until it has ended, then type the same again.\n\n${v.log}\n`,
  'setup.apt-unreachable': (v: { names: string; log: string }) =>
    `The package archive does not answer, so this cannot be had: ${v.names}. Check the network or the proxy, then type the same again.\n\n${v.log}\n`,
  'setup.apt-failed': (v: { names: string; log: string }) =>
    `These packages could not be installed: ${v.names}. The last lines say why:\n\n${v.log}\n`,

  'setup.image-unknown': (v: { name: string; names: string }) =>
    `There is no image "${v.name}" in images/. These are there: ${v.names}.`,
  'setup.image-recipe': (v: { name: string }) =>
    `images/${v.name}/Dockerfile lacks its first line, a comment that says what the image is for, or its line \`ARG BASE=…\`.`,
  'setup.image-failed': (v: { name: string; log: string }) =>
    `The image ${v.name} could not be built. The last lines say why:\n\n${v.log}\n`,
  'setup.image-other-builds': (v: { name: string }) =>
    `Another Seatrial builds the image ${v.name} just now. This one waits for it.`,
  'setup.image-in-use': (v: { reference: string }) =>
    `A container still uses ${v.reference}. \`seatrial clean\` removes what labs left; then type the same again.`,
  'setup.base-no-tool': (v: { distribution: string }) =>
    `No image registry answers, and without one Seatrial makes its images from Debian packages, for which mmdebstrap is missing on ${v.distribution}. On Debian or Ubuntu type:\n  sudo apt-get install mmdebstrap\nElsewhere give the engine access to a registry: \`docker pull debian:trixie-slim\` must work.`,

  'setup.images-head': () => 'IMAGE\tSTATE\tSIZE\tAGE\tFOR',
  'setup.images-current': () => 'up to date',
  'setup.images-old': () => 'outdated',
  'setup.images-missing': () => 'not built',
  'setup.images-base': () => 'what the others are built on where no registry answers',
  'setup.images-ready': (v: { count: number }) => `${v.count} ${v.count === 1 ? 'image is' : 'images are'} ready.`,
  'setup.images-removed': (v: { reference: string }) => `${v.reference} is removed.`,
  'setup.images-nothing-removed': () => 'There was nothing to remove.',

  'setup.doctor-node': () => 'Node.js',
  'setup.doctor-platform': () => 'Platform',
  'setup.doctor-engine': () => 'Docker engine',
  'setup.doctor-cgroup': () => 'Control groups',
  'setup.doctor-privileged': () => 'Privileged containers',
  'setup.doctor-memory': () => 'Memory',
  'setup.doctor-disk': () => 'Disk',
  'setup.doctor-registry': () => 'Image registry',
  'setup.doctor-images': () => 'Images',
  'setup.doctor-engine-at': (v: { version: string; host: string; source: string }) =>
    `${v.version} at ${v.host} (${v.source})`,
  'setup.doctor-source-host': () => 'from DOCKER_HOST',
  'setup.doctor-source-context': (v: { name: string }) => `from the docker context ${v.name}`,
  'setup.doctor-source-usual': () => 'where Docker usually listens',
  'setup.doctor-engine-none': (v: { tried: string }) =>
    `No engine answers. Asked were:\n${v.tried}\n\`npm start\` installs or starts one where it can.`,
  'setup.doctor-tried': (v: { host: string; why: string }) => `  ${v.host}: ${v.why}`,
  'setup.doctor-cgroup-is': (v: { version: string }) => `version ${v.version}`,
  'setup.doctor-privileged-ok': (v: { ms: number }) => `they start (${v.ms} ms)`,
  'setup.doctor-privileged-untried': () => 'not tried: there is no image yet. `seatrial images build` makes them.',
  'setup.doctor-privileged-no': (v: { text: string }) =>
    `The engine refuses them, and a lab's machine is one: ${v.text}\nA rootless engine or a restricted one cannot run labs; use one that runs as root.`,
  'setup.doctor-memory-is': (v: { free: string; total: string }) => `${v.free} of ${v.total} free`,
  'setup.doctor-memory-low': (v: { free: string }) => `Only ${v.free} is free; a lab needs 1 GB. Close other programs.`,
  'setup.doctor-disk-is': (v: { free: string; path: string }) => `${v.free} free in ${v.path}`,
  'setup.doctor-disk-low': (v: { free: string; path: string }) =>
    `Only ${v.free} is free in ${v.path}; the images need 3 GB. \`docker system df\` shows what Docker takes.`,
  'setup.doctor-registry-yes': () => 'it answers the engine',
  'setup.doctor-registry-no': () => 'It does not answer the engine: images are made from Debian packages instead.',
  'setup.doctor-registry-neither': () =>
    'It does not answer the engine, and mmdebstrap, which makes images from packages, is missing: `sudo apt-get install mmdebstrap`.',
  'setup.doctor-images-all': (v: { count: number }) => `all ${v.count} up to date`,
  'setup.doctor-images-missing': (v: { names: string }) =>
    `not up to date: ${v.names}. \`seatrial images build\` makes them.`,
  'setup.doctor-fine': () => 'All that a lab needs is here.',
  'setup.doctor-trouble': (v: { count: number }) =>
    `${v.count} ${v.count === 1 ? 'thing stands' : 'things stand'} in the way of a lab.`,
};
