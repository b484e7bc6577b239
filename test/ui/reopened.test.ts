import { expect, test } from 'vitest';
import { sessionAsProofs } from '../../runner/report/session.ts';
import { liveLines } from '../../runner/ui/panel/live.ts';
import { afterEvent, firstView } from '../../runner/ui/panel/view.ts';
import { isNews } from '../../runner/ui/plain/isNews.ts';
import { tell } from '../../runner/ui/plain/plainWords.ts';
import type { Line } from '../../runner/ui/text/line.ts';
import { fakeLab, openFake } from '../session/fake/session.ts';

const lab = fakeLab(`
  - id: run
    title: Run
    text: Run it.
    checks:
      - docker/runs: { line: sleep 300 }
    solution: docker run -d linux sleep 300
  - id: look
    title: Look
    text: Look.
    ask: Which letter?
    answer: a
`);
const textOf = (lines: readonly Line[]) => lines.map((line) => line.map((each) => each.text).join('')).join(' ');

test('that a step is open again is told in the panel, line by line and in the report, with the reason', async () => {
  const { learner, turn, session, events } = await openFake(lab);
  learner.run('web', 'sleep 300');
  await turn(100);
  const before = session.state();
  learner.ends('web', 3);
  await turn(300);
  const event = events.find(({ type }) => type === 'step.reopened');
  if (!event) throw new Error('The step was not opened again.');
  const answering = { ...firstView({ en: lab, ja: lab }, 'en', before), mode: 'answering' as const };
  const view = afterEvent(answering, event, session.state());
  const why = '`web` ended by itself with exit code 3';

  expect(view.mode).toBe('reading');
  expect(textOf(liveLines(view, 200))).toContain(why.replaceAll('`', ''));
  expect(isNews(event, before, view)).toBe(true);
  expect(textOf(tell(event, view, 200))).toContain('Run it.');
  const proofs = sessionAsProofs({ id: 'fake', lab, events, interrupted: false }, 0);
  const [first] = proofs.flatMap((each) => (each.type === 'phase.ended' ? [each.proof] : []));
  expect(first?.learner).toMatchObject({ status: 'open', attempts: 1 });
  expect(first?.learner?.told.map(({ verdict }) => verdict.because.id)).toContain('reopened.container');

  learner.run('other', 'sleep 300');
  await turn(3_100);
  expect(session.state().steps[0]?.status).toBe('solved');
});

test('while the last process is watched, the panel says so', async () => {
  const { learner, turn, session, answer } = await openFake(lab);
  learner.run('web', 'sleep 300');
  await turn(100);
  await answer('a');
  expect(textOf(liveLines(firstView({ en: lab, ja: lab }, 'en', session.state()), 200))).toContain('3 seconds');
});
