import type { LabIn, Step } from '../../lab/lab.ts';
import type { SessionState } from '../../session/state.ts';
import type { ExtensionKey, ExtensionView } from '../../ui/extension.ts';
import { blankLine, type Line, span } from '../../ui/text/line.ts';
import { hang } from '../../ui/text/markdown.ts';
import { wrap } from '../../ui/text/wrap.ts';
import { stepMarks } from '../../ui/theme.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { textOf, waysOf } from './declaredWays.ts';
import { cut, diagnosticLines, sentence } from './lines.ts';
import { evidenceLines, wakeLines } from './lookLines.ts';
import type { Looks } from './looks.ts';
import type { AuthorState, Page, Saying } from './state.ts';

const key = (
  name: string,
  presses: readonly string[],
  label: ExtensionKey['label'],
  help: ExtensionKey['label'] = label,
): ExtensionKey => ({ key: name, presses, label, help });

const fresh = key('n', ['n'], 'dev.key.fresh', 'dev.help.fresh');

export const authorKeys: readonly ExtensionKey[] = [
  key('g', ['g'], 'dev.key.goTo', 'dev.help.goTo'),
  key('t', ['t'], 'dev.key.try', 'dev.help.try'),
  key('e', ['e'], 'dev.key.evidence', 'dev.help.evidence'),
  key('o', ['o'], 'dev.key.reopen', 'dev.help.reopen'),
  fresh,
];

const close = key('Esc', ['escape', 'q'], 'screen.key.close');
const choose = key('Enter', ['enter'], 'screen.key.choose');
const move = key('↑ ↓', [], 'dev.key.move');
const pageKeys: Readonly<Record<Page['type'], readonly ExtensionKey[]>> = {
  goTo: [choose, move, close],
  try: [choose, move, close],
  evidence: [
    key('1–9', [], 'dev.key.fold'),
    key('a', ['a'], 'dev.key.foldAll'),
    key('← →', ['left', 'right'], 'dev.key.step'),
    close,
  ],
};

export type AuthorScreen = {
  readonly state: AuthorState;
  readonly session: SessionState;
  readonly labs: LabIn;
  readonly looks: Looks;
};

/** What the author's tools show now, as the lab's screen takes it. */
export function authorView(screen: AuthorScreen): ExtensionView {
  const { state, session, labs, looks } = screen;
  const { page } = state;
  return {
    title: 'dev.help',
    keys: authorKeys,
    rescue: fresh,
    notice: (language, columns) => noticeLines(state, language, columns),
    section: (language, columns) => {
      const step = labs[language].steps[session.current];
      return step ? wakeLines(step, looks, language, columns) : [];
    },
    ...(page && {
      page: {
        title: message(`dev.page.${page.type}`),
        keys: pageKeys[page.type],
        lines: (language, columns) => pageLines(page, screen, language, columns),
        ...('cursor' in page && { at: page.cursor }),
      },
    }),
  };
}

function noticeLines(
  { broken, stale, doing, said }: AuthorState,
  language: Language,
  columns: number,
): readonly Line[] {
  const [first] = broken;
  const told = (saying: Saying): readonly Line[] => [
    ...sentence(saying.mark, saying.tone, saying.words, language, columns),
    ...(saying.mismatch ? mismatchLines(saying.mismatch, language, columns) : []),
  ];
  return [
    ...(first
      ? [
          ...sentence('!', 'warn', message('dev.broken', { count: broken.length }), language, columns),
          ...diagnosticLines(first, language, columns),
        ]
      : []),
    ...(stale.length > 0
      ? sentence('!', 'warn', message('dev.stale', { what: stale.join(', ') }), language, columns)
      : []),
    ...(doing ? sentence('…', 'accent', doing, language, columns) : []),
    ...said.flatMap(told),
  ];
}

function mismatchLines(
  { expected, actual }: NonNullable<Saying['mismatch']>,
  language: Language,
  columns: number,
): readonly Line[] {
  const row = (label: string, text: string) =>
    hang(wrap([span(text, 'code')], columns - 4), `  ${label}: `, '    ', 'muted');
  return [
    ...row(say(language, message('report.expected')), expected),
    ...row(say(language, message('report.actual')), actual),
  ];
}

function pageLines(
  page: Page,
  { session, labs, looks }: AuthorScreen,
  language: Language,
  columns: number,
): readonly Line[] {
  const { steps } = labs[language];
  if (page.type === 'goTo') {
    return steps.map((step, index): Line => {
      const status = session.steps.find(({ id }) => id === step.id)?.status ?? 'ahead';
      const { mark, tone } = stepMarks[status];
      const title = cut(`${index + 1}. ${step.title}`, columns - 6);
      return [
        pointer(index === page.cursor),
        span(`${mark} `, tone),
        span(title, index === page.cursor ? 'strong' : 'plain'),
      ];
    });
  }
  if (page.type === 'try') {
    // What is typed and earned is declared in English, whatever language is read.
    const step = labs.en.steps[session.current];
    return step ? trialLines(step, page.cursor, language, columns) : [];
  }
  const step = steps[page.step];
  if (!step) return [];
  return [
    [span(`${page.step + 1}. ${cut(step.title, columns - 6)}`, 'strong')],
    blankLine,
    ...evidenceLines(step, looks, page.unfolded, language, columns),
  ];
}

const pointer = (here: boolean) => span(here ? '▸ ' : '  ', 'accent');

const trialLines = (step: Step, cursor: number, language: Language, columns: number): readonly Line[] =>
  waysOf(step).map((way, index): Line => {
    const kind = say(language, message(`dev.trial.${way.kind}`));
    const text = textOf(way).trim() || '–';
    return [
      pointer(index === cursor),
      span(`${kind} `, 'muted'),
      span(cut(text, columns - kind.length * 2 - 3), 'code'),
    ];
  });
