import type { Process } from '../../runner/api.ts';

type Called = Pick<Process, 'args' | 'name'>;

/** A process's command line with its program's name alone in front; a kernel's name for it where it has none. */
export const lineOf = ({ args: [first = '', ...rest], name }: Called): string =>
  first === ''
    ? name
    : [first.startsWith('/') ? first.slice(first.lastIndexOf('/') + 1) : first, ...rest].join(' ').trim();

/** Whether it is the process that is meant. What a shell runs within itself keeps the shell's line, and goes by its name. */
export const isCalled = (process: Called, wanted: string): boolean =>
  lineOf(process).startsWith(wanted) || process.name === wanted;
