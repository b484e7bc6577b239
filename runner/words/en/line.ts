/** What became of a line of the shell that no engine has heard of. */
export const line = {
  'line.prompt': (v: { sign: string; rest: string }) =>
    `The line begins with \`${v.sign}\`, the sign of a prompt, which is not part of the command. Type only what follows it: \`${v.rest}\``,
  'line.sign': (v: { sign: string; right: string; word: string }) =>
    `In \`${v.word}\` stands \`${v.sign}\`, a sign of text programs; the shell wants \`${v.right}\`. Type it anew by the keyboard.`,
  'line.blank': (v: { line: string }) =>
    `In \`${v.line}\` stands a wide or unbreakable blank, which the shell takes for a part of a word. Type the line anew, with ordinary blanks.`,
  'line.wide': (v: { line: string; plain: string }) =>
    `\`${v.line}\` is written in full-width letters, which the shell does not know. Switch the input method off and type \`${v.plain}\``,
  'line.unknown': (v: { word: string }) => `The shell knows no command \`${v.word}\`. Look at how it is spelled.`,
  'line.unknown-near': (v: { word: string; near: string }) =>
    `The shell knows no command \`${v.word}\`. \`${v.near}\` may be meant.`,
  'line.docker-option': (v: { option: string }) =>
    `\`${v.option}\` leads the line to another Docker engine; this machine's own has heard nothing of it. Type it without that.`,
  'line.docker-variable': (v: { name: string; value: string }) =>
    `\`docker\` asks another engine, because \`${v.name}\` is set to \`${v.value}\` in your shell. \`unset ${v.name}\` brings it back to the one of this machine.`,
  'line.docker-context': (v: { context: string }) =>
    `\`docker\` asks the engine of the context \`${v.context}\`, not the one of this machine. \`docker context use default\` brings it back.`,
  'line.docker-user': (v: { user: string }) =>
    `The user \`${v.user}\` may not speak to the Docker engine: only **root** and the group \`docker\` may use its socket. Type the line as root, as you are here.`,
  'line.docker-unknown': (v: { word: string }) =>
    `\`docker\` has no command \`${v.word}\`, so nothing of the line reached the engine. \`docker --help\` lists its commands.`,
  'line.docker-unknown-near': (v: { word: string; near: string }) =>
    `\`docker\` has no command \`${v.word}\`, so nothing of the line reached the engine. \`docker ${v.near}\` may be meant.`,
  'line.docker-refused': (v: { command: string }) =>
    `Nothing of the line reached the Docker engine: the client did not accept it as it is written. Its own words stand in the shell; \`${v.command} --help\` shows how it is written.`,
  'line.kubectl-option': (v: { option: string }) =>
    `\`${v.option}\` leads the line away from the cluster, or the account, of this lab. Type it without that.`,
  'line.kubectl-variable': (v: { value: string }) =>
    `\`kubectl\` reads \`${v.value}\`, because \`KUBECONFIG\` is set in your shell. \`unset KUBECONFIG\` brings it back to the cluster of this lab.`,
  'line.kubectl-exec': (v: { pod: string; command: string }) =>
    `\`kubectl exec\` wants \`--\` before the command that is to run in the Pod: \`kubectl exec ${v.pod} -- ${v.command}\``,
  'line.kubectl-unknown': (v: { word: string }) =>
    `\`kubectl\` has no command \`${v.word}\`, so nothing of the line reached the cluster. \`kubectl --help\` lists its commands.`,
  'line.kubectl-unknown-near': (v: { word: string; near: string }) =>
    `\`kubectl\` has no command \`${v.word}\`, so nothing of the line reached the cluster. \`kubectl ${v.near}\` may be meant.`,
  'line.kubectl-refused': (v: { command: string }) =>
    `The cluster was asked for nothing: \`kubectl\` did not accept the line as it is written. Its own words stand in the shell; \`${v.command} --help\` shows how it is written.`,
  'line.kill-user': (v: { program: string; user: string }) =>
    `\`${v.program}\` was refused, because the user \`${v.user}\` may signal only processes of its own. Type the line as root, as you are here.`,
  'line.kill-nothing': (v: { line: string }) =>
    `\`${v.line}\` reached no process. \`ps -ef\` shows which there are, and under which PIDs.`,
};
