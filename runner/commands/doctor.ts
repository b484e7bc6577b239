import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, exitCodes } from './context.ts';
import { examine } from './doctor/examine.ts';
import type { Examined } from './doctor/examined.ts';
import { keptClusters } from './keptClusters.ts';
import type { DoctorOptions } from './options.ts';
import { presentEngine } from './setup/presentEngine.ts';

const marks = { ok: '✔', warning: '!', failed: '✖' } as const;

/** `seatrial doctor`: what Seatrial needs on this computer, looked at for real. Exit 3 where a lab could not run. */
export const doctor: Command<DoctorOptions> = async ({ env, language, root, stdout }, { json }) => {
  const found: Examined[] = [];
  const take = (each: Examined): void => {
    found.push(each);
    if (json) return;
    const detail = say(language, each.detail).trimEnd().replaceAll('\n', '\n  ');
    stdout.write(`${marks[each.status]} ${say(language, each.title)}: ${detail}\n`);
  };
  for await (const each of examine({ env, language, root })) take(each);
  // An engine that is named and silent has been told of already.
  const engine = await presentEngine(env, language).catch(() => undefined);
  if (engine) for (const each of await keptClusters(engine, Date.now())) take(each);
  const failed = found.filter(({ status }) => status === 'failed');
  if (json) {
    const checks = found.map(({ id, status, detail }) => ({ id, status, detail: say(language, detail) }));
    stdout.write(`${JSON.stringify({ ok: failed.length === 0, checks }, undefined, 2)}\n`);
  } else {
    const count = failed.length;
    stdout.write(
      `\n${say(language, count ? message('setup.doctor-trouble', { count }) : message('setup.doctor-fine'))}\n`,
    );
  }
  return failed.length > 0 ? exitCodes.machine : exitCodes.done;
};
