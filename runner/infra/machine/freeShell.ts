import type { World } from '../../world/world.ts';

// dtach's own child is the learner's shell; TPGID in proc(5) is the job that has its terminal. Machines among the processes of
// the same node see each other's, but have other files.
const script = `
shell=$(pgrep --parent "$(pgrep --ns $$ --nslist mnt --full --delimiter , '^dtach -A /run/seatrial/shell\\.sock ')" --exact bash)
job=$(ps --format tpgid= --pid "$shell") && job=\${job// /}
[ "$job" != "$shell" ] && kill -KILL -- "-$job"
`;

/**
Ends the command that has the learner's terminal, and nothing where the shell itself has it.

SIGKILL, because what holds a terminal against Ctrl-C heeds no other: `docker run` passes the key on to a process that,
as PID 1 of its container, ignores it. The container goes on, in the background.
*/
export async function freeShell({ shell }: Pick<World, 'shell'>): Promise<void> {
  await shell.script(script, {}, 5000);
}
