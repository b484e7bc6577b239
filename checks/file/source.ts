import { type FileSeen, message, shown } from '../../runner/api.ts';
import { lastPart } from '../docker/words.ts';
import type { Source } from '../kit/check.ts';
import { isCalled } from '../kit/command.ts';
import type { Said } from '../kit/expectation.ts';
import { type Site, siteOf } from '../kit/site.ts';
import { fieldsOf, type Subject } from '../kit/subject.ts';
import type { FileParams } from './check.ts';
import { whyMissed } from './missed.ts';

/** So many bytes of a file are read. What was found in it goes into the journal, and all of it where that is asked for. */
const room = { find: 1 << 20, content: 64 * 1024 };

/** What lies at a path of a place, or was made in a container under a name. */
export const files = (wanted: FileParams): Source => ({
  noun: wanted.kind === 'directory' ? 'directory' : 'file',
  async read(world, paths, { since, signal }) {
    const { name, path = '', kind = 'file', find } = wanted;
    const site = await siteOf(world, wanted.in, signal);
    if ('because' in site) return { subjects: [], nowhere: site };
    const view = await viewOf(site, wanted);
    if (typeof view === 'object') return { subjects: [], nowhere: view };
    const bytes = paths.includes('content') ? room.content : find === undefined ? 0 : room.find;
    const look = {
      room: bytes,
      follow: kind === 'file' || kind === 'directory',
      ...(view !== undefined && { pid: view }),
    };
    const made = name === undefined ? [path] : await world.docker.made(site.container?.id ?? '', signal);
    const at = made.filter((each) => name === undefined || lastPart(each) === name);
    const found = await Promise.all(at.map((each) => site.file(each, look)));
    const subjects = found.flatMap((each) => (each ? [subjectOf(each, site, paths, find)] : []));
    const isMissed = subjects.length === 0 && wanted.exists && site.name !== '';
    const elsewhere = isMissed && (await whyMissed(world, site, wanted, { since, signal }));
    return { subjects, about: site.name, ...(elsewhere && { elsewhere }) };
  },
});

/** The process as which it is looked, where that matters; what to say where there is none. */
async function viewOf(
  { name, byProcess, processes }: Site,
  { process }: FileParams,
): Promise<number | Said | undefined> {
  if (process === undefined && !byProcess) return undefined;
  const { own } = await processes();
  const found = process === undefined ? own[0] : own.find((each) => isCalled(each, process));
  if (found) return found.pid;
  const because =
    process === undefined ? message('file.unseen', { name }) : message('process.none', { args: process, place: name });
  return { because, attempt: false };
}

function subjectOf(file: FileSeen, { name }: Site, paths: readonly string[], find: string | undefined): Subject {
  const { path, uid, gid, owner, group, content } = file;
  const match = find === undefined ? undefined : new RegExp(find, 'm').exec(content ?? '');
  const fields = {
    ...file,
    ...{ owner: owner || shown(uid), group: group || shown(gid) },
    ...(content !== undefined && { content: content.trim() }),
    ...(match && { find: match[1] ?? match[0].trim() }),
  };
  return {
    ...{ id: path, name: name === '' ? path : `${name}:${path}`, fresh: true, at: 0 },
    is: { ...fieldsOf(fields, paths), where: name, path },
  };
}
