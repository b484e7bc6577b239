import { join } from 'node:path';
import { findEngine } from '../infra/engine/findEngine.ts';
import { imageStore, type StoredImage } from '../infra/images/store.ts';
import { imageNames } from '../lab/catalog.ts';
import { type Language, type Message, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, type CommandContext, exitCodes } from './context.ts';
import { gigabytes } from './doctor/gigabytes.ts';
import { UsageError } from './fail.ts';
import type { ImagesOptions } from './options.ts';
import { engineOrThrow, prepare } from './setup/prepare.ts';
import { table } from './table.ts';

const states = {
  current: message('setup.images-current'),
  old: message('setup.images-old'),
  missing: message('setup.images-missing'),
} as const;

/** Images that no folder of `images/` stands for. */
const more: Readonly<Record<string, Message>> = {
  base: message('setup.images-base'),
  go: message('setup.images-go'),
};

function age(createdAt: number, language: Language): string {
  const hours = Math.max(0, Date.now() - createdAt) / 3_600_000;
  const [amount, unit] =
    hours < 1
      ? ([hours * 60, 'minute'] as const)
      : hours < 48
        ? ([hours, 'hour'] as const)
        : ([hours / 24, 'day'] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 0 }).format(amount);
}

function imageTable(images: readonly StoredImage[], language: Language): string {
  const rows = images.map(({ name, purpose, reference, state, size, createdAt }) => [
    reference,
    say(language, states[state]),
    ...(state === 'missing' ? ['–', '–'] : [gigabytes(size), age(createdAt, language)]),
    more[name] ? say(language, more[name]) : purpose,
  ]);
  return table([say(language, message('setup.images-head')).split('\t'), ...rows]);
}

async function build(context: CommandContext, names: readonly string[], json: boolean) {
  const { images } = await prepare({ ...context, images: names.length > 0 ? names : 'all' });
  if (json) context.stdout.write(`${JSON.stringify(Object.fromEntries(images), undefined, 2)}\n`);
  else context.stdout.write(`${say(context.language, message('setup.images-ready', { count: images.size }))}\n`);
  return exitCodes.done;
}

/** `seatrial images`: shows, builds or removes the images that labs run. */
export const images: Command<ImagesOptions> = async (context, { action = 'list', names, json = false }) => {
  const { env, language, root, stdout } = context;
  const folders = imageNames(join(root, 'images'));
  const unknown = action === 'list' ? undefined : names.find((name) => !more[name] && !folders.includes(name));
  if (unknown !== undefined)
    throw new UsageError(message('setup.image-unknown', { name: unknown, names: folders.join(', ') }));
  if (action === 'build') return build(context, names, json);
  const store = imageStore(engineOrThrow(await findEngine(env), language), { folder: join(root, 'images'), env });
  const all = await store.list();
  if (action === 'list') {
    const shown = names.length > 0 ? all.filter(({ name }) => names.includes(name)) : all;
    stdout.write(json ? `${JSON.stringify(shown, undefined, 2)}\n` : imageTable(shown, language));
    return exitCodes.done;
  }
  const wanted = names.length > 0 ? names : [...new Set(all.map(({ name }) => name))];
  const removed: string[] = [];
  for (const name of wanted) removed.push(...(await store.remove(name)));
  if (json) stdout.write(`${JSON.stringify({ removed }, undefined, 2)}\n`);
  else if (removed.length === 0) stdout.write(`${say(language, message('setup.images-nothing-removed'))}\n`);
  else
    for (const reference of removed) stdout.write(`${say(language, message('setup.images-removed', { reference }))}\n`);
  return exitCodes.done;
};
