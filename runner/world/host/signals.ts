// signal(7), those of x86 and ARM, from 1 on.
export const signals: readonly string[] =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  );

/** A signal's name without its `SIG`; of one that has none, such as 0, the number. */
export const signalName = (number: number): string => signals[number - 1] ?? String(number);

/** 0 of what is no signal's name. */
export const signalNumber = (name: string): number => signals.indexOf(name) + 1;
