import { defineCheck, message, passed, pending, z } from '../../runner/api.ts';

const kinds = ['containers', 'images', 'networks', 'volumes'] as const;

const params = z.strictObject({
  what: z.enum(kinds).describe('What must have been listed: `docker ps`, `docker images` and so on.'),
});

type Params = z.infer<typeof params>;
type Kind = (typeof kinds)[number];

type Evidence = {
  /** What the engine was asked to list, oldest first. */
  readonly listings: readonly { readonly kind: Kind; readonly call: string }[];
  /** A container that was inspected alone. */
  readonly inspected?: string;
  readonly processes: boolean;
  /** The last `docker` command line that failed. */
  readonly failed?: { readonly line: string; readonly code: number };
};

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
    const commands = world.shell.commands(since);
    const failed = commands.findLast((each) => each.exitCode !== 0 && /\bdocker\b/.test(each.line));
    const inspected = calls.findLast((each) => /^\/containers\/[^/]+\/json$/.test(each.path))?.path.split('/')[2];
    return {
      listings: calls.flatMap(({ path, method }) => {
        const kind = paths[path.replace(/\/$/, '')];
        return kind ? [{ kind, call: `${method} ${path}` }] : [];
      }),
      processes: commands.some((each) => /^\s*(ps|top)\b/.test(each.line)),
      ...(inspected && { inspected }),
      ...(failed && { failed: { line: failed.line, code: failed.exitCode } }),
    };
  },

  judge({ listings, failed, inspected, processes }, { what }) {
    const right = listings.find((each) => each.kind === what);
    if (right) return passed(message('listed.done', { what, call: right.call }));
    const other = listings.at(-1);
    if (other)
      return pending(message('listed.other', { actual: other.kind, what }), {
        attempt: true,
        mismatch: { expected: what, actual: other.kind },
      });
    if (inspected) return pending(message('listed.one', { name: inspected, what }), { attempt: true });
    if (failed) return pending(message('listed.failed', failed), { attempt: true });
    if (processes) return pending(message('listed.processes', { what }), { attempt: true });
    return pending(message('listed.none', { what }));
  },
});
