import { errored, type Message, message, passed, pending, type Verdict } from '../../../runner/api.ts';
import { missing, program, unquoted } from '../command.ts';
import type { Candidate, ContainerEvidence, ContainerParams, Refused } from './check.ts';

/** Passes for any candidate that is right; else speaks about the one that is nearest to it. */
export function judgeContainer(evidence: ContainerEvidence, { args, image }: ContainerParams): Verdict {
  const fitting = evidence.candidates.filter((each) => each.argsFit);
  const right = fitting.find((each) => each.imageFits && each.state === 'running' && !each.foreground);
  if (right)
    return passed(message('container.runs', { name: right.name, args }), {
      found: { kind: 'container', id: right.id, args: unquoted(args) },
    });

  // It came after every container that there is.
  const { refused, vanished } = evidence;
  if (refused && !evidence.underWay) return whyRefused(refused, image);

  const nearest = fitting.find((each) => each.state === 'running') ?? evidence.candidates.find((each) => each.fresh);
  if (nearest?.argsFit && !isHalfDone(nearest, evidence)) return whyNotYet(nearest, image, args);

  const tried = evidence.candidates.find((each) => each.fresh);
  if (tried && !isHalfDone(tried, evidence)) return otherwise(tried, args);

  if (vanished !== undefined) return gone(vanished, args);
  if (evidence.onMachine) return pending(message('container.on-machine', { args }), { attempt: true });
  return pending(message('container.none', { args }));
}

/** Created by a client that has still to start it. */
const isHalfDone = ({ state, error }: Candidate, { underWay }: ContainerEvidence): boolean =>
  underWay === true && state === 'created' && !error;

function whyRefused(refused: Refused, wanted: string): Verdict {
  const { image, imageExists, imageArrives, imageCameLate, nameTaken, error } = refused;
  if (error) return errored('machine', message('container.engine-failed', { error }));
  const isWanted = image === wanted || image === `${wanted}:latest`;
  if (isWanted && !imageExists && !imageArrives)
    return errored('machine', message('container.image-gone', { image: wanted }));
  if (imageCameLate || imageArrives) {
    return pending(message('container.image-late', { image: wanted }), { attempt: true, excused: true });
  }
  if (nameTaken) return pending(message('container.name-taken', { name: nameTaken }), { attempt: true });
  if (imageExists) return pending(message('container.refused'), { attempt: true });
  return pending(message('container.no-image', { image, wanted }), {
    attempt: true,
    mismatch: { expected: wanted, actual: image },
  });
}

/** Right arguments, and still something is missing. */
function whyNotYet(each: Candidate, image: string, args: string): Verdict {
  const { name } = each;
  if (!each.imageFits) {
    return pending(message('container.other-image', { name, image: each.image, wanted: image }), {
      attempt: true,
      mismatch: { expected: image, actual: each.image },
    });
  }
  if (each.state === 'running') {
    return pending(message('container.foreground', { name, args }), {
      attempt: true,
      hint: message('container.foreground.hint'),
    });
  }
  if (each.state === 'created' && !each.error && !missing(each.exitCode)) return created(each);
  return pending(stopped(each), { attempt: true });
}

const created = ({ name }: Candidate): Verdict =>
  pending(message('container.created', { name }), {
    attempt: true,
    hint: message('container.created.hint', { name }),
  });

function stopped({ name, state, error, exitCode, command }: Candidate): Message {
  if (missing(exitCode))
    return message('container.no-program', { name, code: exitCode, program: program(command.split(' ')[0] ?? '') });
  if (error) return message('container.failed', { name, error });
  if (state === 'paused') return message('container.paused', { name });
  return message('container.exited', { name, code: exitCode ?? 0 });
}

/** Other arguments: the learner's nearest miss. */
function otherwise(each: Candidate, args: string): Verdict {
  const mismatch = { expected: args, actual: each.command };
  const name = each.name;
  if (missing(each.exitCode)) {
    const words = each.command.split(' ');
    const what = words[words.indexOf('-c') + 1] ?? words[0] ?? '';
    return pending(message('container.no-program', { name, code: each.exitCode, program: program(what) }), {
      attempt: true,
      mismatch,
    });
  }
  // What it runs once it is started nobody knows yet: a shell's line may come to the same.
  if (each.state === 'created' && !each.error && each.command.includes(unquoted(args))) return created(each);
  const values = { name, actual: each.command, expected: args };
  if (each.state === 'running' || each.state === 'paused')
    return pending(message('container.other-args', values), { attempt: true, mismatch });
  if (each.state === 'created' && !each.error)
    return pending(message('container.other-args-created', values), { attempt: true, mismatch });
  return pending(message('container.other-args-ended', { ...values, code: each.exitCode ?? 0 }), {
    attempt: true,
    mismatch,
  });
}

function gone(command: string, args: string): Verdict {
  if (command === unquoted(args)) return pending(message('container.vanished', { args }), { attempt: true });
  return pending(message('container.tried-args', { actual: command, expected: args }), {
    attempt: true,
    mismatch: { expected: args, actual: command },
  });
}
