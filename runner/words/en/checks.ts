export const checks = {
  'container.runs': (v: { name: string; args: string }) => `\`${v.name}\` runs \`${v.args}\` in the background.`,
  'container.run': (v: { names: string; args: string }) =>
    `Several containers run \`${v.args}\` in the background: ${v.names
      .split(' ')
      .map((each) => `\`${each}\``)
      .join(', ')}.`,
  'container.none': (v: { args: string }) => `No container runs \`${v.args}\` yet.`,
  'container.foreground': (v: { name: string; args: string }) =>
    `\`${v.name}\` runs \`${v.args}\`, but it holds a terminal: it is in the foreground.`,
  'container.foreground.hint': () =>
    'With `-it`, Ctrl-P and then Ctrl-Q lets go of it. Otherwise press Ctrl-], then `f`: that frees the shell, and the container goes on.',
  'container.failed': (v: { name: string; error: string }) => `\`${v.name}\` could not start: ${v.error}`,
  'container.no-program': (v: { name: string; code: number; program: string }) =>
    `\`${v.name}\` exited with ${v.code}: \`${v.program}\` was not found in it.`,
  'container.created': (v: { name: string }) => `\`${v.name}\` is created, but not started.`,
  'container.created.hint': (v: { name: string }) => `\`docker start ${v.name}\` starts it.`,
  'container.exited': (v: { name: string; code: number }) =>
    `\`${v.name}\` is no longer running: it exited with ${v.code}.`,
  'container.paused': (v: { name: string }) => `\`${v.name}\` is paused. \`docker unpause ${v.name}\` lets it go on.`,
  'container.other-image': (v: { name: string; image: string; wanted: string }) =>
    `\`${v.name}\` comes from the image \`${v.image}\`, not from \`${v.wanted}\`.`,
  'container.namesake': (v: { name: string; image: string }) =>
    `\`${v.name}\` comes from another image, which was given the name \`${v.image}\`. Leave the lab and open it again: its own image gets the name back. Then make the container anew.`,
  'container.other-args': (v: { name: string; actual: string; expected: string }) =>
    `\`${v.name}\` runs \`${v.actual}\`, not \`${v.expected}\`.`,
  'container.other-args-created': (v: { name: string; actual: string; expected: string }) =>
    `\`${v.name}\` is created to run \`${v.actual}\`, not \`${v.expected}\`, and is not started.`,
  'container.other-args-ended': (v: { name: string; actual: string; expected: string; code: number }) =>
    `\`${v.name}\` was to run \`${v.actual}\`, not \`${v.expected}\`, and has exited with ${v.code}.`,
  'container.tried-args': (v: { actual: string; expected: string }) =>
    `The container that you started was to run \`${v.actual}\`, not \`${v.expected}\`, and it is gone already.`,
  'container.vanished': (v: { args: string }) =>
    `The container that was to run \`${v.args}\` is gone already: it must stay and run.`,
  'container.no-image': (v: { image: string; wanted: string }) =>
    `There is no image \`${v.image}\` on this machine. The image is called \`${v.wanted}\`.`,
  'container.image-late': (v: { image: string }) =>
    `The image \`${v.image}\` was still being loaded onto this machine. Try again.`,
  'container.name-taken': (v: { name: string }) =>
    `The engine made no container: another one is already called \`${v.name}\`. \`docker rm -f ${v.name}\` removes it; or take another name.`,
  'container.refused': () =>
    'The engine made no container of your last `docker run` or `docker create`. The shell shows its answer.',
  'container.engine-failed': (v: { error: string }) =>
    `The machine's Docker engine could not make the container: ${v.error}`,
  'container.image-gone': (v: { image: string }) =>
    `The image \`${v.image}\`, which this lab needs, is not on its machine any more. Leave the lab and open it again: the image is brought back.`,
  'container.on-machine': (v: { args: string }) => `\`${v.args}\` runs on the machine itself, not in a container.`,
};
