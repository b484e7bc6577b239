import { atStart } from './names.ts';

type Where = { where: string };

/** What was written, by whom. */
export const logs = {
  'logs.right': (v: Where & { line: string }) => `${atStart(v.where)} wrote: \`${v.line}\``,
  'logs.right-none': (v: Where) => `${atStart(v.where)} has written no such line.`,
  'logs.none': (v: Where) => `${atStart(v.where)} has written nothing yet.`,
  'logs.none-since': (v: Where) => `${atStart(v.where)} has written nothing since this step opened.`,
  'logs.other': (v: Where & { text: string }) => `${atStart(v.where)} has not written “${v.text}” yet.`,
  'logs.other-stream': (v: Where & { text: string; actual: string; stream: string }) =>
    `${atStart(v.where)} has written “${v.text}” to ${v.actual}, not to ${v.stream}.`,
  'logs.unwanted': (v: Where & { line: string }) =>
    `${atStart(v.where)} wrote: \`${v.line}\`. It should write no such line.`,
  'logs.unreadable': (v: Where) =>
    `${atStart(v.where)} keeps no log that can be read: it was made with another \`--log-driver\`. Make it anew without that option.`,
  'logs.no-clock': () =>
    "The nodes of this cluster go by a clock that is not known, so that what was written since the step opened cannot be told from what was before. Open the lab without `--context`, on a cluster of Seatrial's own.",
};
