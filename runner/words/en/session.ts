export const session = {
  'answer.right': (v: { given: string }) => `\`${v.given}\` is right.`,
  'answer.wrong': (v: { given: string }) => `\`${v.given}\` is not the answer.`,
  'answer.several': (v: { given: string }) =>
    `\`${v.given}\` has several values in it. Answer with one of them alone: the one that is asked for.`,
  'answer.incomplete': (v: { given: string }) =>
    `\`${v.given}\` is right so far, and more is right besides. Choose all of it.`,
  'answer.partly': (v: { given: string }) =>
    `Not all of \`${v.given}\` is right. Choose what is right, and nothing else.`,
  'answer.other': (v: { name: string; value: string }) =>
    `You call \`${v.value}\` \`${v.name}\`, and that is not what is asked for. Answer with the value alone.`,
  'answer.cut': (v: { given: string }) =>
    `\`${v.given}\` is cut off: there is more of it than the pane has room for. \`ps -efww\` shows whole lines, and a wider pane does so, too.`,
  'answer.misspelt': (v: { given: string }) =>
    `\`${v.given}\` is nearly it. Write the name as \`ps\` prints it, letter for letter: it has no blanks in it.`,
  'answer.without': (v: { given: string }) =>
    `\`${v.given}\` does not have what is asked for in it. Look at another line or another field.`,
  'answer.empty': () => 'The answer is empty.',
  'script.passed': () => 'The check passes.',
  'script.pending': () => 'The check does not pass yet.',
  'script.late': (v: { seconds: number }) =>
    `The check script did not end within ${v.seconds} s, so it was stopped. The lab's author must make it faster.`,
  'script.no-fact': (v: { name: string }) =>
    `A check script of this lab passed and did not say \`fact ${v.name} …\`, which it is there to give.`,
  'script.failed': (v: { code: number; output: string }) =>
    `A check script of this lab ended with ${v.code}, which means neither "passed" nor "not yet": ${v.output}`,
  'setup.failed': (v: { code: number; output: string }) =>
    `What must be there before this step could not be prepared, which is the lab's fault and not yours: its setup ended with ${v.code}. \`check\` tries once more, \`skip\` goes on to the next step. ${v.output}`,
  'setup.late': (v: { seconds: number }) =>
    `What must be there before this step was not ready within ${v.seconds} s, which is the lab's fault and not yours. \`check\` tries once more, \`skip\` goes on to the next step.`,
  'setup.disturbed': () =>
    'The engine went away while this step was being prepared. Once it is back, that is done again.',
  'fact.taken': (v: { name: string; step: string }) =>
    `\`${v.name}\` is the container of the step “${v.step}”. This step asks for another one.`,
  'fact.pod-taken': (v: { name: string; step: string }) =>
    `\`${v.name}\` is the Pod of the step “${v.step}”. This step asks for another one.`,
  'fact.gone': (v: { name: string; step: string }) =>
    `\`${v.name}\`, from the step “${v.step}”, is gone. Start one like it again, and this step goes on.`,
  'fact.object-gone': (v: { noun: string; name: string; step: string }) =>
    `The ${v.noun} \`${v.name}\`, from the step “${v.step}”, is gone. Make one like it again, and this step goes on.`,
  'fact.object-taken': (v: { noun: string; name: string; step: string }) =>
    `\`${v.name}\` is the ${v.noun} of the step “${v.step}”. This step asks for another one.`,
  'fact.pod-gone': (v: { name: string; step: string }) =>
    `The Pod \`${v.name}\`, from the step “${v.step}”, is gone. Make one like it again, and this step goes on.`,
  'fact.pod-evicted': (v: { name: string; step: string; said: string }) =>
    `The Pod \`${v.name}\`, from the step “${v.step}”, is gone: somebody other than you had it evicted from its node, as \`kubectl drain\` does (${v.said}). Make one like it again, and this step goes on.`,
  'fact.container-stopped': (v: { name: string; container: string }) =>
    `The container \`${v.container}\` of the Pod \`${v.name}\` is not running at this moment. Answer again once it is: \`kubectl get pod ${v.name}\` shows it.`,
  'fact.stopped': (v: { name: string; step: string }) =>
    `\`${v.name}\`, from the step “${v.step}”, is not running any more. \`docker start ${v.name}\` starts it again.`,
  'fact.paused': (v: { name: string; step: string }) =>
    `\`${v.name}\`, from the step “${v.step}”, is paused. \`docker unpause ${v.name}\` lets it go on.`,
  'fact.skipped': (v: { fact: string; step: string }) =>
    `This needs what the step “${v.step}” makes, and that was skipped. Do it now, and this step goes on.`,
  'fact.no-process': (v: { name: string }) =>
    `\`${v.name}\` runs, but the process that this question asks about is not in it at this moment. Once it is there again, your answer is looked at again.`,
  'fact.off-network': (v: { name: string; network: string }) =>
    `\`${v.name}\` has no address, because it is not on the network \`${v.network}\` any more. \`docker network connect ${v.network} ${v.name}\` puts it back; then your answer is looked at again.`,
  'fact.no-address': (v: { name: string; network: string }) =>
    `\`${v.name}\` has no address of its own: its network is \`${v.network}\`. Remove it and start one like it without \`--network\`, and this step goes on.`,
  'fact.pod-no-address': (v: { name: string }) =>
    `The Pod \`${v.name}\` has no address at this moment. \`kubectl get pod ${v.name} -o wide\` shows when it has one; then your answer is looked at again.`,
  'fact.not-now': () =>
    'What this question asks about is not there at this moment. Once it is there again, your answer is looked at again.',
  'fact.unreadable': (v: { template: string }) => `The lab asks for ${v.template}, which cannot be read now.`,
  'stays.waiting': (v: { seconds: number }) => `So it is now. It must stay so for ${v.seconds} s.`,
  'reopened.container': (v: { name: string; code: number }) =>
    `\`${v.name}\` ended by itself with exit code ${v.code}, right after this step had passed. Start it so that it goes on running. What you have done since stays done.`,
  'reopened.restarted': (v: { name: string; code: number }) =>
    `The first process of \`${v.name}\` ended by itself with exit code ${v.code}, right after this step had passed, and the engine started it again. Start it so that it goes on running. What you have done since stays done.`,
  'reopened.gone': (v: { name: string }) =>
    `\`${v.name}\` ended by itself right after this step had passed. Start it so that it goes on running. What you have done since stays done.`,
  'reopened.inside': (v: { name: string }) =>
    `\`${v.name}\` runs, but the process in it that this step asks for ended by itself, right after the step had passed. Start it so that it goes on running. What you have done since stays done.`,
  'reopened.pod': (v: { name: string; container: string; code: number }) =>
    `The container \`${v.container}\` of the Pod \`${v.name}\` ended by itself with exit code ${v.code}, right after this step had passed. Change it so that it goes on running. What you have done since stays done.`,
  'reopened.pod-gone': (v: { name: string; container: string }) =>
    `The process of the container \`${v.container}\` of the Pod \`${v.name}\` ended by itself, right after this step had passed. Change it so that it goes on running. What you have done since stays done.`,
  'reopened.machine': (v: { pid: number }) =>
    `The process ${v.pid} ended by itself right after this step had passed. Start it so that it goes on running. What you have done since stays done.`,
  'check.slow': (v: { check: string; seconds: number }) =>
    `The check ${v.check} has had no answer from the machine for ${v.seconds} s. Seatrial goes on trying.`,
  'check.tool-missing': (v: { tool: string }) =>
    `The program \`${v.tool}\`, which this step needs, is missing on the machine. Leave the lab, remove its machine and begin anew.`,
  'script.unrun': (v: { said: string }) =>
    `A check script could not be started on the machine: ${v.said}. See what uses up the machine (\`top\`, \`df -h\`) and end it, or leave the lab, remove its machine and begin anew.`,
  'script.crowded': () =>
    'The machine cannot start another process: it has as many as it may have. `ps -ef` shows them, `kill` ends some; or leave the lab, remove its machine and begin anew.',
  'script.parent': (v: { signal: string }) =>
    `A check script of this lab has ended the process that runs it, with signal ${v.signal}: no script may send \`$PPID\` or its own group (\`kill 0\`) a signal.`,
  'script.killed': (v: { signal: string }) =>
    `A check script was ended by somebody, with signal ${v.signal}, before it could tell. Press \`r\` to look again.`,
  'script.full': (v: { folder: string }) =>
    `Nothing can be written in \`${v.folder}\` on the machine any more, so that a check script could not do its work. \`df -h\` and \`df -i\` show what is full: remove what you do not need.`,
  /** The lab's own words, in each language; `instead`: the message that they replace. */
  'check.say': (v: { en: string; ja: string; instead: string }) => v.en,
  'check.unknown': (v: { check: string }) => `There is no check ${v.check}.`,
  'check.broke': (v: { check: string; error: string }) =>
    `The check ${v.check} failed by a fault of Seatrial's own: ${v.error}`,
  'check.params': (v: { check: string; error: string }) =>
    `The lab calls the check ${v.check} in a way that cannot work: ${v.error}`,
  'journal.full': (v: { path: string }) =>
    `Your progress cannot be saved: the disk is full (${v.path}). You can go on; free some space, and it is saved again.`,
  'journal.unwritable': (v: { path: string; error: string }) =>
    `Your progress cannot be saved to ${v.path}: ${v.error}. You can go on; once it can be written, it is saved again.`,
};
