import { daysAgo } from './days.ts';

export const run = {
  'run.starting': () => 'Starting a machine for this lab …',
  'run.returning': () => 'Returning to your machine …',
  'run.held': (v: { lab: string }) =>
    `The lab ${v.lab} is open in another terminal. Go on there, or leave it there first (Ctrl-], then q).`,
  'run.found': (v: { lab: string; done: number; steps: number }) =>
    `You have been in “${v.lab}” before: ${v.done} of ${v.steps} steps are done, and its machine is kept.`,
  'run.continue': () => 'Continue where you left',
  'run.anew': () => 'Start anew, with a new machine',
  'run.cancel': () => 'Neither now',
  'run.choose': () => '↑ ↓ choose · Enter goes on',
  'run.machine-lost': (v: { lab: string }) =>
    `The machine on which you began ${v.lab} is gone: somebody removed it. The lab starts anew, on a new machine.`,
  'run.rebuilding': (v: { lab: string; step: string }) =>
    `The machine on which you began “${v.lab}” is gone: somebody removed it. A new one is being brought to “${v.step}” …`,
  'run.machine-old': (v: { lab: string }) =>
    `The machine on which you began ${v.lab} is of another version of Seatrial, which this one does not understand. The lab starts anew, on a new machine.`,
  'run.renewing': (v: { lab: string; step: string }) =>
    `The machine on which you began “${v.lab}” is of another version of Seatrial, which this one does not understand. A new one is being brought to “${v.step}” …`,
  'run.lab-changed': (v: { lab: string }) =>
    `The lab ${v.lab} has changed since you began it, and its steps are others now. It starts anew, on a new machine.`,
  'run.kept': (v: { lab: string }) => `Kept for later: \`seatrial run ${v.lab}\` brings you back to where you are.`,
  'run.kept-progress': (v: { lab: string }) =>
    `The machine is gone, your progress is kept: \`seatrial run ${v.lab}\` makes a new machine and brings it to where you are.`,
  'run.removed': () => 'The machine is removed, with everything in it.',
  'run.image-unknown': (v: { image: string }) =>
    `The lab wants the image ${v.image}, which is not among those that it declares under \`images\`.`,
  'home.unused': (v: { lab: string; days: number }) =>
    `The machine of ${v.lab} has not been used for ${v.days} days. \`seatrial clean\` removes it.`,
  'home.none': () => 'There are no labs here.',
  'clean.nothing': () => 'There is nothing to remove.',
  'clean.found': (v: { name: string; lab: string; days: number }) =>
    `${v.name}, for the lab ${v.lab}, last used ${daysAgo(v.days)}`,
  'clean.in-use': (v: { name: string; lab: string }) => `${v.name} stays: the lab ${v.lab} is open in a terminal.`,
  'clean.ask': (v: { count: number }) =>
    v.count === 1
      ? 'Remove this machine? What was done on it is lost.'
      : `Remove these ${v.count} machines? What was done on them is lost.`,
  'clean.nobody': (v: { count: number }) =>
    `${v.count === 1 ? 'One machine is' : `${v.count} machines are`} kept, and there is nobody to ask. \`seatrial clean --yes\` removes what no terminal has open.`,
  'clean.network': (v: { name: string }) => `Removed the network ${v.name}, on which machines stood.`,
  'clean.removed': (v: { name: string }) => `Removed ${v.name}.`,
};
