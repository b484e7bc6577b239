import { message } from '../../words/message.ts';
import type { Lab } from '../lab.ts';
import { callsIn } from '../shell/calls.ts';
import { readShell } from '../shell/tree.ts';
import type { Path } from '../source.ts';
import { isTemplate } from '../template.ts';
import type { Rule } from './rule.ts';

type Mention = { readonly image: string; readonly path: Path };

/** `docker run`'s options without a value: https://docs.docker.com/reference/cli/docker/container/run/ */
const flags =
  /^(?:-[ditPq]+|--(?:detach|interactive|tty|rm|init|privileged|read-only|publish-all|quiet|no-healthcheck|oom-kill-disable|sig-proxy|use-api-socket))$/;

/** The image that `docker run` or `docker create` is told to use; undefined where it is not a plain name. */
function imageIn(args: readonly string[]): string | undefined {
  const [verb, ...rest] = args[0] === 'container' ? args.slice(1) : args;
  if (verb !== 'run' && verb !== 'create') return undefined;
  const at = rest.findIndex((each, index) => {
    const before = rest[index - 1] ?? '';
    const isValue = before.startsWith('-') && !before.includes('=') && !flags.test(before) && before !== '--';
    return !each.startsWith('-') && !isValue;
  });
  const image = rest[at];
  return image !== undefined && /^[a-z0-9][\w.:/@-]*$/.test(image) ? image : undefined;
}

const inCommands = (text: string, path: Path): readonly Mention[] =>
  /\b(?:run|create)\b/.test(text) ? imagesIn(text, path) : [];

const imagesIn = (text: string, path: Path): readonly Mention[] =>
  callsIn(readShell(text)).flatMap(({ name, args }) => {
    const image = name === 'docker' ? imageIn(args) : undefined;
    return image === undefined ? [] : [{ image, path }];
  });

/** Names that the lab itself gives to images: built, tagged, committed. */
const made = (lab: Lab): readonly string[] =>
  [lab.setup?.run ?? '', ...lab.steps.map(({ setup }) => setup?.run ?? '')]
    .concat(lab.steps.flatMap(({ solution, variants }) => [solution, ...variants.map(({ run }) => run)]))
    .flatMap((text) => callsIn(readShell(text)))
    .filter(({ name, args }) => name === 'docker' && /build|tag|commit|pull|load|import|compose/.test(args.join(' ')))
    .flatMap(({ args }) => args);

const given = (params: unknown, path: Path): readonly Mention[] => {
  const image = typeof params === 'object' && params !== null && 'image' in params ? params.image : undefined;
  return typeof image !== 'string' || isTemplate(image) ? [] : [{ image, path: [...path, 'image'] }];
};

const ofLab = (lab: Lab, images: readonly string[]): readonly Mention[] => [
  ...inCommands(lab.setup?.run ?? '', ['setup', 'run']),
  ...lab.steps.flatMap((step, at) => [
    ...inCommands(step.setup?.run ?? '', ['steps', at, 'setup', 'run']),
    ...step.checks.flatMap((use, index): readonly Mention[] => {
      if (use.kind !== 'check') return [];
      const path = ['steps', at, 'checks', index, use.check];
      return [
        ...given(use.params, path),
        // Of a Pod, those of its containers.
        ...[use.params.containers].flat().flatMap((each, nth) => given(each, [...path, 'containers', nth])),
      ];
    }),
    ...inCommands(step.solution, ['steps', at, 'solution']),
    ...step.variants.flatMap(({ run }, index) => inCommands(run, ['steps', at, 'variants', index])),
    // A mistake may well name an image that does not exist.
    ...step.mistakes.flatMap(({ run }, index) =>
      inCommands(run ?? '', ['steps', at, 'mistakes', index, 'run']).filter(({ image }) => images.includes(image)),
    ),
  ]),
];

const plain = (image: string): string => image.replace(/:latest$/, '');

/** An image that a step needs and the lab does not bring along. */
export const undeclaredImage: Rule = {
  id: 'undeclared-image',
  about: message('lint.undeclared-image.about'),
  look: ({ lab, source, known }) => {
    const strange = ofLab(lab, known.images).filter(({ image }) => !lab.images.includes(plain(image)));
    const own = strange.length > 0 ? made(lab) : [];
    return strange
      .filter(({ image }) => !own.includes(image) && !own.includes(plain(image)))
      .filter(({ image }, index, all) => all.findIndex((each) => each.image === image) === index)
      .map(({ image, path }) =>
        source.diagnose('undeclared-image', path, message('lint.undeclared-image', { image }), { words: image }),
      );
  },
};
