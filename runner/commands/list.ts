import { sessions, stateFolder } from '../journal/folder.ts';
import { catalog } from '../lab/catalog.ts';
import { type BareId, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, exitCodes } from './context.ts';
import { labsFolder } from './findLab.ts';
import { inspectLab } from './labs.ts';
import type { ListOptions } from './options.ts';
import { type Standing, standingIn } from './standing.ts';
import { table } from './table.ts';

type Row = {
  readonly id: string;
  readonly track: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly engine: string | null;
  readonly state: Standing['state'] | 'broken';
};

/** Shows the labs that there are and how far the learner is in each. */
export const list: Command<ListOptions> = async (context, { json = false }) => {
  const { language, stdout } = context;
  const known = sessions(stateFolder(context.env));

  const rows = catalog(labsFolder(context)).map(({ id, track, file }): Row => {
    const { lab } = inspectLab(file, context);
    if (!lab) return { id, track, title: '', minutes: null, engine: null, state: 'broken' };
    const { state } = standingIn(known, id);
    const { title, minutes, needs } = lab[language];
    return { id, track, title, minutes, engine: needs.kubernetes ? 'kubernetes' : 'docker', state };
  });

  if (json) {
    stdout.write(`${JSON.stringify({ version: 1, labs: rows }, null, 2)}\n`);
    return exitCodes.done;
  }

  const words = (id: BareId) => say(language, message(id));
  const head = [
    words('list.lab'),
    words('list.title'),
    words('list.minutes'),
    words('list.engine'),
    words('list.state'),
  ];
  const body = rows.map(({ id, title, minutes, engine, state }) => [
    id,
    title,
    String(minutes ?? ''),
    engine === null ? '' : words(engine === 'docker' ? 'list.docker' : 'list.kubernetes'),
    words(`list.${state}`),
  ]);
  stdout.write(table([head, ...body]));
  return exitCodes.done;
};
