import { type ApiCall, defineCheck, message, passed, pending, type ShellCommand, z } from '../../../runner/api.ts';

const kinds = ['containers', 'images', 'networks', 'volumes'] as const;

const params = z.strictObject({
  what: z.enum(kinds).describe('What must have been listed: `docker ps`, `docker images` and so on.'),
});

type Params = z.infer<typeof params>;
type Kind = (typeof kinds)[number];

/** What was done instead, or as well. */
type Attempt =
  | { readonly did: 'listed'; readonly kind: Kind; readonly call: string; readonly at: number }
  | { readonly did: 'inspected'; readonly name: string; readonly at: number }
  | { readonly did: 'failed'; readonly line: string; readonly code: number; readonly at: number }
  | { readonly did: 'looked-at-processes'; readonly at: number };

/** Oldest first. */
type Evidence = { readonly attempts: readonly Attempt[] };

const paths: Readonly<Record<string, Kind>> = {
  '/containers/json': 'containers',
  '/images/json': 'images',
  '/networks': 'networks',
  '/volumes': 'volumes',
};

/** The learner asked the engine for a list since the step opened, by whatever client. */
export const listed = defineCheck<Params, Evidence>({
  name: 'docker/listed',
  about:
    'Since the step opened, the engine was asked to list its containers, images, networks or volumes, by whatever client.',
  params,
  wakesOn: ['docker.api', 'shell.command'],

  async observe(world, _params, { since }) {
    const calls = world.docker.calls(since).filter((each) => each.method === 'GET');
    const attempts = [...calls.flatMap(fromCall), ...world.shell.commands(since).flatMap(fromCommand)];
    return { attempts: attempts.toSorted((one, other) => one.at - other.at) };
  },

  judge({ attempts }, { what }) {
    for (const each of attempts) {
      if (each.did === 'listed' && each.kind === what)
        return passed(message('listed.done', { what, call: each.call }), each);
    }
    const last = attempts.at(-1);
    switch (last?.did) {
      case undefined:
        return pending(message('listed.none', { what }));
      case 'listed':
        return pending(message('listed.other', { actual: last.kind, what }), {
          attempt: true,
        });
      case 'inspected':
        return pending(message('listed.one', { name: last.name, what }), { attempt: true });
      case 'failed':
        return pending(message('listed.failed', { line: last.line, code: last.code }), { attempt: true });
      case 'looked-at-processes':
        return pending(message('listed.processes', { what }), { attempt: true });
    }
  },
});

function fromCall({ path, method, at }: ApiCall): readonly Attempt[] {
  const kind = paths[path.replace(/\/$/, '')];
  if (kind) return [{ did: 'listed', kind, call: `${method} ${path}`, at }];
  const name = /^\/containers\/([^/]+)\/json$/.exec(path)?.[1];
  return name ? [{ did: 'inspected', name, at }] : [];
}

function fromCommand({ line, exitCode, at }: ShellCommand): readonly Attempt[] {
  if (exitCode !== 0 && /\bdocker\b/.test(line)) return [{ did: 'failed', line, code: exitCode, at }];
  return /^\s*(ps|top)\b/.test(line) ? [{ did: 'looked-at-processes', at }] : [];
}
