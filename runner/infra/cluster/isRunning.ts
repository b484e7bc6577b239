/** Whether a process of this computer runs. Another one under its number keeps what is its for longer, no more. */
export function isRunning(pid: number | undefined): boolean {
  if (pid === undefined || !(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user (kill(2)).
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
