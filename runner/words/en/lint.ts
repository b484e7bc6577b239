/** A group of texts that is translated and marked as one. */
const marked = (group: string): string =>
  group === 'lab' ? 'the lab itself (title, summary, claims)' : `the step "${group}"`;

/** What `seatrial lint` says about a lab whose form is right. */
export const lint = {
  'lint.clean': (v: { labs: number }) => `${v.labs === 1 ? '1 lab' : `${v.labs} labs`}, nothing to report.`,
  'lint.given-away': (v: { command: string }) =>
    `The solution \`${v.command}\` stands here word for word: nothing is left to find out.`,
  'lint.no-mistakes': (v: { step: string }) =>
    `Step "${v.step}" declares no mistakes, so nothing proves what it says to somebody who errs. Add what people are likely to do wrong under "mistakes".`,
  'lint.no-mistakes.about': () =>
    'Every step declares the mistakes that people are likely to make, and what they are told.',
  'lint.unlearned': (v: { step: string }) =>
    `Step "${v.step}" ends without a word on what it has shown. Say in one or two sentences, under "learned", what has just been proven and why it is so.`,
  'lint.unlearned.about': () =>
    'Every step says under `learned` what it has just proven and why it is so: that is what stays when the commands are forgotten. A warning.',
  'lint.stale': (v: { group: string }) =>
    `The English texts of ${marked(v.group)} have changed since these were translated. Translate them again, then run \`seatrial lint --fix\`.`,
  'lint.unmarked': (v: { group: string }) =>
    `Nothing marks which English texts ${marked(v.group)} was translated from. Run \`seatrial lint --fix\` when the translation is right.`,
  'lint.translated-again': (v: { group: string }) =>
    `The translation of ${marked(v.group)} has changed since it was marked. Run \`seatrial lint --fix\` when it says what the English says.`,
  'lint.unmarked-file': () =>
    'Nothing marks which English texts this was translated from. Run `seatrial lint --fix` when the translation is right.',
  'lint.stale-translation.about': () =>
    'A translation is as new as its original. `seatrial lint --fix` marks under `of` what each step was translated from, so that a later change of the original is noticed.',
  'lint.undeclared-image': (v: { image: string }) =>
    `The image "${v.image}" is needed here, but "images" does not name it, so it is not on the machine.`,
  'lint.no-translation': () =>
    'There is no lab.ja.yaml beside this file, so Japanese learners read English. Where that is meant, write `languages: [en]`.',
  'lint.unnamed-translation': () =>
    'The lab says under `languages` that it is written in one language alone, and here is another. Name both there, or remove this file.',
  'lint.untranslated': (v: { key: string }) => `The text "${v.key}" is not translated.`,
  'lint.untranslated-step': (v: { step: string }) => `Step "${v.step}" is not translated.`,
  'lint.untranslated.about': () =>
    'Every text that a learner reads exists in Japanese, too, in `lab.ja.yaml`, unless `languages` says that the lab is written in one language alone.',
  'lint.unknown-concept': (v: { id: string }) =>
    `There is no concept "${v.id}" in \`concepts.yaml\`. Add it there, with a name and a sentence in each language.`,
  'lint.unknown-concept.about': () =>
    'What a step says under `teaches` stands in `concepts.yaml`, with a name and a sentence in each language.',
  'lint.untaught-concept': (v: { id: string }) =>
    `No step teaches the concept "${v.id}". Name it under "teaches" where it is taught, or remove it.`,
  'lint.unused-fact': (v: { name: string }) => `Nothing uses the fact "${v.name}". Remove it, or use it.`,
  'lint.unused-fact.about': () => 'A fact that is bound is also used: by a later check, an answer, a text or a claim.',
  'lint.unknown-rule': (v: { rule: string }) => `There is no rule "${v.rule}" to ignore.`,
  'lint.ignore-reason': (v: { rule: string }) =>
    `This does not count without a reason: write \`# seatrial-ignore ${v.rule}: why\`.`,
  'lint.given-away.about': () =>
    "A step's text and its first hint do not spell out the solution, or another right way. A learner who copies a command learns to copy.",
  'lint.long-text': (v: { step: string; actual: number; limit: number }) =>
    `Text and questions of step "${v.step}" take ${v.actual} lines of a small terminal; more than ${v.limit} have to be scrolled. Shorten them, or make two steps of it.`,
  'lint.long-text.about': () =>
    "A step's text and questions fit beside the shell in a terminal of 80×24, where the panel has 11 rows and 5 of them are taken.",
  'lint.undeclared-image.about': () =>
    'Every image that checks, solutions, variants and mistakes need is named under `images`, or made by a solution.',
  'lint.fixed-answer': (v: { value: string }) =>
    `The answer ${v.value} was right on one machine; on the next it is another. Take it from a fact: \`\${first.ip}\`, \`\${first.pid}\`.`,
  'lint.fixed-answer.about': () =>
    'An answer that the engine or the kernel chooses, an address or a PID, comes from a fact.',

  'lint.own-action': (v: { program: string }) =>
    `This runs \`${v.program}\` in a container, and a check of the same step waits for the learner to do so. What a script does counts for nobody; what it leaves behind would be there before the learner has done anything. Look from the machine.`,
  'lint.own-action.about': () =>
    'A check script does not do what another check of its step waits for: what it does counts for nobody.',
  'lint.vacuous-script': (v: { command: string }) =>
    `This script cannot end with anything but 0: the step passes whatever the learner does. It ends with \`${v.command}\`.`,
  'lint.vacuous-script.about': () =>
    'A check script can fail. One that ends with `echo` or `|| true`, or exits 0 in both branches, passes by itself.',
  'lint.hopeless-script': () => 'No way through this script ends with 0: nobody can pass the step.',
  'lint.hopeless-script.about': () => 'A check script can pass: some way through it ends with 0.',
  'lint.swallowed-failure': (v: { command: string }) =>
    `\`${v.command}\` throws the failure away, so nobody learns that it happened. Write \`|| exit 2\`, or leave the command out.`,
  'lint.constant-condition': (v: { command: string }) =>
    `The condition \`${v.command}\` is always true, so the branch is always taken.`,
  'lint.swallowed-failure.about': () =>
    'No command of a check script ends in `|| true`, and no condition is always true: a failure is either the answer or an error.',
  'lint.absence-inverted': () =>
    '`grep -v` succeeds whenever another line is there; it does not tell that this one is missing. Keep the output in a variable and compare it.',
  'lint.absence-negated': () =>
    'This is true as well when the command in front of `grep` fails, so an engine that does not answer passes. Keep the output in a variable with `|| exit 2`, then compare it.',
  'lint.absence-by-grep.about': () =>
    'That something is absent is shown by a list that was read without error, not by `grep -v` or `! … | grep`. For containers, use the check `docker/gone`.',
  'lint.loose-name': (v: { name: string; listing: string }) =>
    `\`${v.name}\` is found anywhere in the lines of \`${v.listing}\`: in other names, in images and in commands. Print the names alone (\`--format '{{.Names}}'\`) and use \`grep -qx\`.`,
  'lint.loose-filter': (v: { name: string }) =>
    `The filter \`name=${v.name}\` also finds names that only contain it. Write \`name=^${v.name.replace(/^\^/, '')}$\`.`,
  'lint.loose-name.about': () => 'A name is compared whole: whoever looks for `web` must not find `webserver`.',
  'lint.guessed-container': (v: { command: string }) =>
    `\`${v.command}\` picks whichever container comes first; the learner may have others. Use a fact (\`$first\`) or a whole name.`,
  'lint.guessed-container.about': () =>
    'A script speaks of the container that is meant, by a fact or a name, not of the newest or the first in a list.',
  'lint.text-for-state': (v: { file: string }) =>
    `What stands in ${v.file} is what the learner wants; whether the engine has it is another question. Ask the engine, with \`docker inspect\` or \`kubectl get\`.`,
  'lint.text-for-state.about': () => 'State is read from the engine, not from the file that was to bring it about.',
  'lint.history-read': () =>
    'A history of the shell tells what was typed, not what happened, and is missing where another shell or a script was used. Ask for what the command brought about.',
  'lint.history-read.about': () => "No script reads a shell's history: the result counts, whatever way led to it.",
  'lint.fixed-address': (v: { value: string }) =>
    `${v.value} is the address that a container had once; the next one has another. Take it from a fact: \`$first_ip\`.`,
  'lint.fixed-pid': (v: { value: string }) =>
    `${v.value} is a PID that a process had once; the next one has another. Take it from a fact: \`$first_pid\`.`,
  'lint.fixed-value.about': () => 'No script knows an address or a PID by heart: they are other ones on every machine.',
  'lint.unread-errors': (v: { command: string }) =>
    `What \`${v.command}\` says when it fails is thrown away, so an engine that does not answer looks like a learner who has done nothing. Let errors be printed, and end with \`|| exit 2\` where they are the machine's.`,
  'lint.unread-errors.about': () =>
    "Errors of `docker` and `kubectl` are not sent to /dev/null: the machine's fault is never the learner's.",
  'lint.compares-into-file': () =>
    'In `[` this is no comparison: it writes or reads a file of that name. Write `-gt` or `-lt`.',
  'lint.compares-text': (v: { operator: string }) =>
    `\`${v.operator}\` compares texts here, and "10" comes before "9". Write \`${v.operator === '<' ? '-lt' : '-gt'}\`, or \`(( … ))\`.`,
  'lint.text-comparison.about': () => 'Numbers are compared as numbers: `-gt`, `-lt`, `(( … ))`.',
  'lint.unquoted-test': (v: { words: string }) =>
    `Where \`${v.words}\` is empty or has blanks in it, \`[\` is no longer a comparison but an error. Put it in double quotes, or use \`[[\`.`,
  'lint.unquoted-test.about': () => 'What `[` compares stands in double quotes.',
  'lint.pending-accepted': () =>
    'Pending, or created, is not running: it may never become so. Accept the state that the step is about, and nothing before it.',
  'lint.pending-accepted.about': () =>
    'Where something is to run, `Pending`, `ContainerCreating` and `created` do not pass.',
  'lint.script-acts': (v: { command: string }) =>
    `\`${v.command}\` changes what the check looks at, and its events run the check again, without end. A check only looks.`,
  'lint.script-acts.about': () => 'A check changes nothing: no `docker run`, no `kubectl apply`.',
  'lint.sleeps': () =>
    'A script that sleeps is late on a fast machine and early on a slow one. Look once: the script runs again when something has changed.',
  'lint.background': (v: { command: string }) =>
    `Nothing waits for \`${v.command}\`, so whether it is done when the next line looks is a matter of luck.`,
  'lint.no-settling.about': () =>
    'A script looks once and ends; it neither sleeps nor races with a process that it has started.',
  'lint.blocking-script': (v: { command: string }) =>
    `\`${v.command}\` may never end by itself, and a script that is not done after 8 seconds is an error. Bound it (\`timeout 2\`, \`-m 2\`, \`--timeout=2s\`), or ask for what is there now.`,
  'lint.blocking-script.about': () =>
    'Every command of a script ends by itself: nothing follows a log, waits without a limit or loops until something happens.',
  'lint.missing-tool': (v: { program: string }) =>
    `Where the image has no \`${v.program}\`, this fails just as if the learner had done nothing. Look from the machine, or tell the exit codes 126 and 127 apart.`,
  'lint.missing-tool.about': () =>
    'What a script runs in a container by `exec` is there, or its absence is told from a failure.',
  'lint.bad-script': (v: { text: string }) => `Bash cannot read this: ${v.text}.`,
  'lint.bad-script.about': () => 'A check script is bash.',
  'lint.unknown-variable': (v: { name: string }) =>
    `Nothing sets "${v.name}": no earlier check binds a fact of this name, and the script does not set it.`,
  'lint.unknown-variable.about': () =>
    'A variable that a script reads is a fact that is known by then (`$first`, `$first_name`, `$first_pid`, `$first_ip`; of a Pod `$web`, `$web_name`, `$web_node` …), or set by the script.',
  'lint.lost-reason': () =>
    'The script goes on after this reason and may still pass. Write `|| { because "…"; exit 1; }`.',
  'lint.lost-reason.about': () => '`because` is the last command of a script, or `exit` follows it.',
  'lint.unknown-helper': (v: { name: string }) =>
    `There is no command \`${v.name}\`: bash ends with 127 there, and the learner reads that the lab is at fault.`,
  'lint.unknown-helper.about': () =>
    'The helpers of a check script are `because`, `expected` and `actual`, spelled like that.',
  'lint.unclosed-test': () => '`[` needs `]` as its last argument, or it fails whatever is there. Write `[ … ]`.',
  'lint.unclosed-test.about': () => 'Every `[` of a check script ends with `]`.',
  'lint.reread-answer': (v: { written: string; value: string }) =>
    `YAML takes ${v.written} for a number and reads ${v.value}, so that is what a learner would have to answer. Put it in quotes: "${v.written}".`,
  'lint.unclear-kind': (v: { value: string }) =>
    `Nothing tells what \`${v.value}\` is, so it is compared as a text, and a learner who pastes a tool's line is refused. Say it: \`kind: number\`, \`pid\`, \`address\`, \`program\`, \`path\`, \`name\`, \`yes-no\`, or \`text\` where it is none of these.`,
  'lint.unclear-kind.about': () =>
    'A question says what it asks for (`kind`) where its answer does not tell: a number is read in other forms than a PID.',
  'lint.reread-answer.about': () =>
    'An answer that looks like a number stands in quotes where YAML would write it otherwise: `1.10`, `010`, `1e3`.',
};
