import type { ApiCall, EngineKind, EngineObject } from '../../runner/api.ts';
import type { Source } from '../kit/check.ts';
import { fieldsOf } from '../kit/subject.ts';
import { clientFailed } from './client.ts';

/** By what clients make and change them. */
const verbs: Readonly<Record<EngineKind, readonly string[]>> = {
  container: ['run', 'create', 'start', 'update', 'container'],
  image: ['build', 'tag', 'commit', 'pull', 'load', 'import', 'image'],
  network: ['network'],
  volume: ['volume'],
};

/** What the engine has of a kind; one alone where it is given by its id or name. */
export const engineObjects = (kind: EngineKind, reference?: string): Source => ({
  noun: kind,
  async read({ docker, ...world }, paths, { since, signal }) {
    const changes = docker.calls(since).filter(isChange);
    const objects = await docker.objects(kind, reference, signal);
    const obstacle = clientFailed({ docker, ...world }, since, verbs[kind]);
    return {
      subjects: objects.map(({ id, name, createdAt, is }) => {
        const last = changes.findLast(({ path }) => isAbout(path, { id, name }))?.at ?? 0;
        const at = Math.max(createdAt, last);
        return { id, name, at, fresh: at >= since, is: fieldsOf(is, paths) };
      }),
      ...(obstacle && { obstacle }),
    };
  },
});

const isChange = ({ method, path }: ApiCall): boolean =>
  method !== 'GET' && method !== 'HEAD' && !/\/(?:exec|attach|wait|resize|logs)$/.test(path);

const isAbout = (path: string, { id, name }: Pick<EngineObject, 'id' | 'name'>): boolean =>
  path
    .split('/')
    .some((part) => part === name || part === id || (part.length >= 4 && id.replace(/^sha256:/, '').startsWith(part)));
