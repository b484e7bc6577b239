type Listed = { name: string; what: string; lists: string };

/** Of what a learner has done by the Docker engine. `what` is a command as it would be typed. */
export const did = {
  'exec.done': (v: { name: string; what: string }) => `You ran \`${v.what}\` in \`${v.name}\`.`,
  'exec.top': (v: { name: string }) => `\`docker top\` showed you the processes of \`${v.name}\`.`,
  'exec.none': (v: { name: string; program: string }) => `\`${v.program}\` has not run in \`${v.name}\` yet.`,
  'exec.no-program': (v: { name: string; program: string }) =>
    `\`${v.program}\` was not found in \`${v.name}\`: there is no program of this name.`,
  'exec.quoted': (v: { name: string; file: string }) =>
    `There is no program called \`${v.file}\` in \`${v.name}\`: the quotes make one word of it. Leave out the quotes.`,
  'exec.not-found-within': (v: { name: string; what: string }) =>
    `\`${v.what}\` ended with 127 in \`${v.name}\`: its shell found no such program.`,
  'exec.directory': (v: { name: string; file: string }) =>
    `\`${v.file}\` in \`${v.name}\` is a directory, not a program.`,
  'exec.no-permission': (v: { name: string; file: string }) =>
    `\`${v.file}\` in \`${v.name}\` may not be run: permission denied.`,
  'exec.no-folder': (v: { name: string; what: string; folder: string }) =>
    `\`${v.what}\` was not started in \`${v.name}\`: there is no folder \`${v.folder}\` to start it in.`,
  'exec.no-user': (v: { name: string; what: string; user: string }) =>
    `\`${v.what}\` was not started in \`${v.name}\`: there is no user or group \`${v.user}\`.`,
  'exec.told-client': (v: { name: string; what: string }) =>
    `The engine could not start \`${v.what}\` in \`${v.name}\`. The shell shows its answer.`,
  'exec.not-started': (v: { name: string; what: string; error: string }) =>
    `\`${v.what}\` was not started in \`${v.name}\`: ${v.error}`,
  'exec.engine-failed': (v: { name: string; what: string; error: string }) =>
    `The machine's Docker engine could not start \`${v.what}\` in \`${v.name}\`: ${v.error}`,
  'exec.failed': (v: { name: string; what: string; code: number; wanted: number }) =>
    `\`${v.what}\` ended with ${v.code} in \`${v.name}\`; it should end with ${v.wanted}.`,
  'exec.showed-nothing': (v: Listed) =>
    v.lists.startsWith('/')
      ? `\`${v.what}\` ran in \`${v.name}\`, but looked at nothing in \`${v.lists}\`.`
      : `\`${v.what}\` ran in \`${v.name}\`, but listed no directory. List the one that has \`${v.lists}\`.`,
  'exec.showed-other': (v: Listed & { listed: string }) =>
    v.lists.startsWith('/')
      ? `\`${v.what}\` looked at \`${v.listed}\` in \`${v.name}\`, not at \`${v.lists}\`.`
      : `\`${v.what}\` listed \`${v.listed}\` in \`${v.name}\`, and \`${v.lists}\` was not there then. List the directory that has it.`,
  'exec.left-out': (v: Listed) =>
    `\`${v.what}\` ran in \`${v.name}\`, and leaves \`${v.lists}\` out of what it shows. List the files so that \`${v.lists}\` is among them.`,
  'exec.other': (v: { name: string; actual: string; program: string }) =>
    `In \`${v.name}\` you ran \`${v.actual}\`, not \`${v.program}\`.`,
  'exec.elsewhere': (v: { name: string; other: string; program: string }) =>
    `You looked inside \`${v.other}\`. \`${v.program}\` has not run in \`${v.name}\` yet.`,
  'exec.on-machine': (v: { name: string; program: string }) =>
    `\`${v.program}\` ran on the machine itself. Run it inside \`${v.name}\`.`,
  'exec.not-running': (v: { name: string }) => `\`${v.name}\` is not running, so nothing can run inside it.`,
  'exec.paused': (v: { name: string }) =>
    `\`${v.name}\` is paused, so nothing can run inside it. \`docker unpause ${v.name}\` lets it go on.`,
  'exec.gone': (v: { name: string }) => `There is no container \`${v.name}\`.`,
  'exec.line-failed': (v: { line: string; code: number; program: string; name: string }) =>
    `\`${v.line}\` failed with exit code ${v.code}: the shell shows why. \`${v.program}\` has not run in \`${v.name}\` yet.`,
  'exec.hint': (v: { name: string }) => `\`docker exec ${v.name} …\` runs a program inside it.`,
  'exec.overflow': (v: { name: string }) =>
    `More was run inside \`${v.name}\` at once than Seatrial could follow. Type your last command again.`,
  'exec.late': (v: { name: string }) =>
    `Your last command ran inside \`${v.name}\` before Seatrial could follow it there. Type that command again.`,
  'exec.blind': (v: { name: string; why: string }) =>
    `Seatrial could not follow what was run inside \`${v.name}\` (${v.why}). Type your last command again; if this stays, leave the lab and begin it anew.`,
  'listed.done': (v: { what: string }) => `The engine has listed its ${v.what}.`,
  'listed.none': (v: { what: string }) => `The ${v.what} have not been listed yet.`,
  'listed.part': (v: { what: string; shows: number; lacks: number }) =>
    `That list showed ${v.shows} of the ${v.what}; ${v.lacks} more ${v.lacks === 1 ? 'is' : 'are'} there. List all ${v.what}.`,
  'listed.again': (v: { what: string }) =>
    `The ${v.what} have changed since that list, so that it cannot be told what was on it. List all ${v.what} once more.`,
  'listed.none-runs': (v: { what: string; lost: number }) =>
    `That list was empty: no container runs any more. As this step opened, ${v.lost === 1 ? 'one' : v.lost} did. Have one run again, then list the ${v.what}.`,
  'listed.empty': (v: { what: string; lost: number }) =>
    `That list was empty: there are no ${v.what} any more. As this step opened, there ${v.lost === 1 ? 'was one' : `were ${v.lost}`}. Make one again, then list the ${v.what}.`,
  'listed.refused': (v: { what: string }) => `The engine refused to list its ${v.what}. The shell shows its answer.`,
  'listed.other': (v: { actual: string; what: string }) => `That listed the ${v.actual}, not the ${v.what}.`,
  'listed.one': (v: { name: string; what: string }) => `That showed \`${v.name}\` alone. List all ${v.what}.`,
  'listed.processes': (v: { what: string }) => `That listed processes of the machine. List the ${v.what}.`,
  'listed.failed': (v: { line: string; code: number; what: string }) =>
    `\`${v.line}\` failed with exit code ${v.code}.${v.what === '' ? '' : ` The ${v.what} have not been listed yet.`}`,
  'did.called': (v: { call: string; name: string }) =>
    v.name === ''
      ? `The engine has answered \`${v.call}\`.`
      : `The engine has answered \`${v.call}\` of \`${v.name}\`.`,
  'did.none': (v: { call: string; name: string }) =>
    v.name === ''
      ? `The engine has not been asked for \`${v.call}\` yet.`
      : `The engine has not been asked for \`${v.call}\` of \`${v.name}\` yet.`,
  'did.other': (v: { call: string; actual: string; name: string }) =>
    `That was \`${v.call}\` of \`${v.actual}\`, not of \`${v.name}\`.`,
  'did.refused': (v: { call: string; name: string }) =>
    `The engine refused \`${v.call}\` of \`${v.name}\`. The shell shows its answer.`,
  'did.not-refused': (v: { call: string; name: string }) =>
    `The engine did \`${v.call}\` of \`${v.name}\`; it should be refused.`,
};
