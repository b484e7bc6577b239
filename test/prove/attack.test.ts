import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { tracesOn } from '../../runner/infra/machine/traces.ts';
import type { LabIn } from '../../runner/lab/lab.ts';
import type { Proof, ProofEvent } from '../../runner/prove/event.ts';
import { proveLab } from '../../runner/prove/proveLab.ts';
import { runProofs } from '../../runner/prove/runProofs.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import type { AnyCheck } from '../../runner/verdict/defineCheck.ts';
import { attackedLab, fileCheck, fileStep, seen } from '../helpers/attackLab.ts';
import { testMachines } from '../helpers/machine.ts';

const calledOff = new AbortController();
afterAll(() => calledOff.abort());

async function attacked(labs: LabIn, check: AnyCheck, steps?: readonly string[]): Promise<readonly Proof[]> {
  const events: ProofEvent[] = [];
  await runProofs(
    {
      ...{ labs: [labs], language: 'en', jobs: 2, repeat: 1, keep: false, bail: false },
      proveOne: (task, given) => proveLab(task, { attack: true, ...(steps && { steps }) }, given),
      onEvent: (event) => events.push(event),
    },
    proverTools({
      ...{ machines: testMachines(), traces: tracesOn(new Docker()), checks: [check] },
      ...{ signal: calledOff.signal, timeout: 3_000 },
    }),
  );
  return events.flatMap((event) => (event.type === 'phase.ended' ? [event.proof] : []));
}

const toldOf = (proofs: readonly Proof[]) =>
  proofs
    .filter(({ phase }) => phase === 'attack')
    .map(({ step, name, result }) => [step, name, result.outcome === 'ok' ? 'ok' : result.because.id])
    .toSorted();

test('a wrong one that passes, a right one that is refused and one that is told something else are found', {
  timeout: 120_000,
}, async () => {
  const check = fileCheck(({ path }) => [
    { name: 'touched', run: `touch ${path}`, outcome: 'right' },
    { name: 'a link that leads nowhere', run: `ln -s /nowhere ${path}`, outcome: 'right' },
    { name: 'another', run: `touch ${path}-other`, outcome: 'wrong', says: 'no file' },
    { name: 'told something else', run: 'touch /root/nothing', outcome: 'wrong', says: 'is a directory' },
    { name: 'a directory', run: `mkdir ${path}`, outcome: 'wrong' },
    {
      name: 'there for a moment',
      run: `rm -f ${seen}; touch ${path}\nuntil test -e ${seen}; do :; done\nrm ${path}`,
      outcome: 'wrong',
    },
  ]);
  const proofs = await attacked(attackedLab('attacked', fileStep('one', { path: '/root/one' })), check);
  expect(toldOf(proofs)).toEqual([
    ['one', 'test/file: a directory', 'prove.attack-passed'],
    ['one', 'test/file: a link that leads nowhere', 'prove.attack-refused'],
    ['one', 'test/file: another', 'ok'],
    ['one', 'test/file: there for a moment', 'prove.attack-passed'],
    ['one', 'test/file: told something else', 'prove.attack-other-message'],
    ['one', 'test/file: touched', 'ok'],
  ]);
});

test('each begins where its step does, though what one leaves cannot be put back; facts are filled in, those of its own step too', {
  timeout: 120_000,
}, async () => {
  const check = fileCheck(({ path, beside = '/root' }) => [
    { name: 'touched', run: `touch ${path}; test -e ${beside}`, outcome: 'right' },
    { name: 'the way to it taken away', run: `rm -rf ${beside === '/root' ? '/srv/kept' : beside}`, outcome: 'wrong' },
    { name: 'alone', run: `echo ${path} ${beside}`, outcome: 'wrong', fresh: true },
    { name: 'undone', run: 'mkdir -p /var/lib/left', undo: 'rmdir /var/lib/left', outcome: 'wrong' },
    { name: 'seen where it was undone', run: `test -e /var/lib/left && touch ${path}`, outcome: 'wrong' },
  ]);
  const lab = attackedLab(
    'begun-anew',
    fileStep('kept', { path: '/srv/kept', as: 'kept' }),
    fileStep('two', { path: '/root/two', as: 'two' }, { path: '${two}-more', beside: '${kept}' }),
  );
  const told = toldOf(await attacked(lab, check, ['two']));
  expect(told.filter(([, , outcome]) => outcome !== 'ok')).toEqual([]);
  expect(told).toHaveLength(10);
});
