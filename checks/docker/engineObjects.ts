import type { ApiCall, EngineKind } from '../../runner/api.ts';
import type { Source } from '../kit/check.ts';
import { fieldsOf } from '../kit/subject.ts';
import { clientFailed, isChange, means } from './client.ts';
import { lastRefusedCreation } from './creation.ts';
import { withKernelsWord } from './oomKilled.ts';
import { lastUnmadeOf } from './unmade.ts';

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
    const changes = docker.calls(since).filter(isTelling);
    const objects = await docker.objects(kind, reference, signal);
    const failed = clientFailed({ docker, ...world }, since, verbs[kind]);
    const refused =
      kind === 'container' && reference === undefined
        ? await lastRefusedCreation(docker, await docker.containers(signal), since, signal)
        : lastUnmadeOf(docker, kind, objects, since);
    const obstacle = failed && refused ? (failed.at > refused.at ? failed : refused) : (failed ?? refused);
    const fields = await Promise.all(
      objects.map((each) => {
        const own = fieldsOf(each.is, paths);
        return kind === 'container' ? withKernelsWord(world, each, own, signal) : own;
      }),
    );
    return {
      subjects: objects.map(({ id, name, createdAt }, index) => {
        const last = changes.findLast(({ path }) => path.split('/').some((each) => means(each, { id, name })))?.at ?? 0;
        const at = Math.max(createdAt, last);
        return { id, name, at, fresh: at >= since, is: fields[index] ?? {} };
      }),
      ...(obstacle && { obstacle }),
    };
  },
});

/** It may have changed something, or made it. */
const isTelling = (call: ApiCall): boolean => isChange(call) && !/\/(?:exec|attach|wait|resize|logs)$/.test(call.path);
