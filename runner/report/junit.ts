import type { Proof, ProofEvent, ProofId } from '../prove/event.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { MakeReporter } from './reporter.ts';
import { because, details, titleOf } from './tell.ts';
import { element, escapeXml } from './xml.ts';

/** JUnit's XML, one suite a lab: `failure` is the lab's fault, `error` anybody else's. */
export const junit: MakeReporter = ({ language, write, cwd }) => {
  const proofs = new Map<string, Proof[]>();
  const untried: ProofId[] = [];

  const testcase = (proof: Proof): string => {
    const { lab, step, seconds, result } = proof;
    const attributes = {
      classname: step ? `${lab}.${step}` : lab,
      name: titleOf(proof),
      time: seconds.toFixed(3),
    };
    if (result.outcome === 'ok') return element('testcase', attributes);
    const kind = result.outcome === 'failed' ? 'failure' : 'error';
    const type = result.outcome === 'failed' ? 'lab' : result.blame;
    const body = escapeXml(details(proof, language, cwd).join('\n'));
    return element('testcase', attributes, [element(kind, { message: because(proof, language), type }, [body])]);
  };

  const skipped = ({ lab, step, position: _, ...id }: ProofId): string =>
    element(
      'testcase',
      {
        classname: step ? `${lab}.${step}` : lab,
        name: titleOf({ ...id, ...(step !== undefined && { step }) }),
        time: '0.000',
      },
      [element('skipped', { message: say(language, message('report.untried')) })],
    );

  const counts = (of: readonly Proof[], left: readonly ProofId[]) => ({
    tests: of.length + left.length,
    failures: of.filter(({ result }) => result.outcome === 'failed').length,
    errors: of.filter(({ result }) => result.outcome === 'errored').length,
    skipped: left.length,
    time: of.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
  });

  return (event: ProofEvent) => {
    if (event.type === 'run.started') for (const { id } of event.labs) proofs.set(id, []);
    if (event.type === 'phase.ended') proofs.get(event.proof.lab)?.push(event.proof);
    if (event.type === 'lab.untried') untried.push(...event.proofs);
    if (event.type !== 'run.ended') return;
    const suites = [...proofs].map(([name, of]) => {
      const left = untried.filter(({ lab }) => lab === name);
      return element('testsuite', { name, ...counts(of, left) }, [...of.map(testcase), ...left.map(skipped)]);
    });
    const { skipped: _, ...all } = counts([...proofs.values()].flat(), untried);
    const whole = element('testsuites', { name: 'seatrial', ...all }, suites);
    write(`<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`);
  };
};
