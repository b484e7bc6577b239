/** Why a container could not be made, or did not start or stay. */
export const container = {
  'container.starts': (v: { name: string }) => `\`${v.name}\` is being started.`,
  'container.restarting': (v: { name: string; code: number }) =>
    `\`${v.name}\` ends again and again, and the engine restarts it: it exited with ${v.code}.`,
  'container.disguised': (v: { name: string; program: string; args: string }) =>
    `\`${v.name}\` runs \`${v.program}\`, which only calls itself \`${v.args}\`. That program itself should run.`,
  'container.replaced': (v: { name: string; path: string; program: string }) =>
    `\`${v.name}\` runs \`${v.path}\`, which is another file than the program \`${v.program}\` of its image. The image's own should run.`,
  'container.brought': (v: { name: string; args: string }) =>
    `\`${v.args}\` runs in \`${v.name}\`, but it was brought in there by \`docker exec\`. Start a container of its own that runs it.`,
  'container.brought.hint': (v: { args: string }) =>
    `\`${v.args}\` runs in it, but it was brought in later, by \`docker exec\`. The container itself should start it.`,
  'container.not-found': (v: { name: string; program: string }) =>
    `\`${v.name}\` could not start: \`${v.program}\` was not found in it.`,
  'container.quoted': (v: { name: string; program: string; first: string; rest: string }) =>
    `\`${v.name}\` could not start: there is no program called \`${v.program}\`. Leave out the quotes: then \`${v.first}\` is the program, and \`${v.rest}\` is what it is given.`,
  'container.quoted.hint': (v: { program: string }) =>
    `There is no program called \`${v.program}\`: leave out the inner quotes.`,
  'container.no-execution': (v: { name: string; program: string; code: number }) =>
    `\`${v.name}\` exited with ${v.code}: \`${v.program}\` is no program that can be run.`,
  'container.is-directory': (v: { name: string; path: string }) =>
    `\`${v.name}\` could not start: \`${v.path}\` is a directory, not a program.`,
  'container.not-executable': (v: { name: string; path: string }) =>
    `\`${v.name}\` could not start: \`${v.path}\` is a file that may not be executed.`,
  'container.no-user': (v: { name: string; user: string }) =>
    `\`${v.name}\` could not start: its image has no user \`${v.user}\`.`,
  'container.no-group': (v: { name: string; group: string }) =>
    `\`${v.name}\` could not start: its image has no group \`${v.group}\`.`,
  'container.no-network': (v: { name: string; network: string }) =>
    `\`${v.name}\` could not start: there is no network \`${v.network}\`. \`docker network ls\` lists those that exist.`,
  'container.port-taken': (v: { name: string; port: string }) =>
    `\`${v.name}\` could not start: port ${v.port} of the machine is taken already. Take another one, or end what uses it.`,
  'container.mount': (v: { name: string; source: string; target: string }) =>
    `\`${v.name}\` could not start: \`${v.source}\` cannot be mounted at \`${v.target}\`, because one is a directory and the other is a file.`,
  'container.not-made': (v: { error: string }) => `The engine made no container: ${v.error}`,
  'container.no-name': (v: { name: string }) =>
    `The engine made no container: \`${v.name}\` cannot be its name. A name has two characters at least, letters, digits, \`_\`, \`.\` and \`-\`, and begins with a letter or a digit.`,
  'container.is-image': (v: { name: string }) =>
    `There is no container \`${v.name}\`: that is the name of an image. \`docker run\` makes a container from it and starts it.`,
  'container.no-such': (v: { name: string }) =>
    `There is no container \`${v.name}\`. \`docker ps -a\` lists those that exist.`,
  'client.failed': (v: { line: string; code: number }) =>
    `\`${v.line}\` failed with exit code ${v.code}, and the engine was asked for nothing. The shell shows why.`,
  'client.misordered': (v: { verb: string; name: string; line: string }) =>
    `\`${v.verb}\` comes before \`${v.name}\`: \`${v.line}\`.`,
  'client.ended': (v: { line: string; code: number; args: string }) =>
    `\`${v.line}\` failed with exit code ${v.code}: the shell shows why. No container runs \`${v.args}\` yet.`,
  'client.typography': (v: { letter: string }) =>
    `The line has a typographic character, \`${v.letter}\`, where the shell wants \`-\`, \`"\` or \`'\`. Type it by hand.`,
};
