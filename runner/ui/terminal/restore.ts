const signals = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;

/**
Calls `restore` (which must be synchronous) on every way out of the process, and `ended` when a signal asks to end.

A signal does not end the process here: whoever opened the screen ends it in order. Returns the way to stop.
*/
export function onEveryWayOut(restore: () => void, ended: () => void): () => void {
  const asked = () => {
    restore();
    ended();
  };
  // The monitor sees an exception before anything is printed, and leaves it uncaught.
  process.on('uncaughtExceptionMonitor', restore);
  process.on('exit', restore);
  for (const signal of signals) process.on(signal, asked);
  return () => {
    process.off('uncaughtExceptionMonitor', restore);
    process.off('exit', restore);
    for (const signal of signals) process.off(signal, asked);
  };
}
