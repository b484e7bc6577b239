import { examine } from '../setup/doctor/examine.ts';
import type { Examined } from '../setup/doctor/examined.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, exitCodes } from './context.ts';
import type { DoctorOptions } from './options.ts';

const marks = { ok: '✔', warning: '!', failed: '✖' } as const;

/** `seatrial doctor`: what Seatrial needs on this computer, looked at for real. Exit 3 where a lab could not run. */
export const doctor: Command<DoctorOptions> = async ({ env, language, root, stdout }, { json }) => {
  const found: Examined[] = [];
  for await (const each of examine({ env, language, root })) {
    found.push(each);
    if (json) continue;
    const detail = say(language, each.detail).trimEnd().replaceAll('\n', '\n  ');
    stdout.write(`${marks[each.status]} ${say(language, each.title)}: ${detail}\n`);
  }
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
