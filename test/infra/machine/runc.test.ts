import { expect, test } from 'vitest';
import { openMachine, run } from '../../helpers/machine.ts';

/** Stands for a runc whose copy is busy every other time that it is to run a program, as it is now and then on a busy computer. */
const busy = `#!/bin/sh
case " $* " in *" exec "*)
  if mkdir /tmp/turn 2> /dev/null; then
    while [ "$1" != --log ]; do shift; done
    echo '{"level":"fatal","msg":"nsexec[7]: could not ensure we are a cloned binary: Device or resource busy"}' >> "$2"
    echo '{"level":"error","msg":"exec failed: read init-p: connection reset by peer"}' >> "$2"
    exit 1
  fi
  rmdir /tmp/turn
esac
exec /usr/lib/seatrial/itself/runc.real "$@"
`;

test('a program that the kernel was too busy for is run all the same, and what fails for another reason is told once', {
  timeout: 60_000,
}, async () => {
  await using machine = await openMachine('runc');
  await machine.load(['linux']);
  await run(machine, 'docker run -d --name web linux sleep 300');
  await run(machine, `cd /usr/lib/seatrial/itself; mv runc runc.real; cat > runc <<'END'\n${busy}END\nchmod +x runc`);
  expect((await run(machine, 'for i in 1 2 3; do docker exec web echo $i; done')).split('\n')).toEqual(['1', '2', '3']);
  const { output, exitCode } = await machine.world.shell.script('docker exec web nosuch', {}, 20_000);
  expect(exitCode).toBe(126);
  expect(output).toContain('"nosuch": executable file not found in $PATH');
});
