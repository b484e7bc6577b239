import { type Message, message } from '../../../runner/api.ts';
import type { Ran } from './ran.ts';

/** Why a program could not be started, from what the engine says: as runc, or the engine itself, words it. */
export function whyNotStarted({ what, names: [program = ''] }: Ran, name: string, error: string): Message {
  const values = { name, what, program };
  const folder = /chdir to cwd \("([^"]*)"\)/.exec(error)?.[1];
  if (folder !== undefined) return message('exec.no-folder', { ...values, folder });
  const user = /unable to find (?:user|group) ([^:]+):/.exec(error)?.[1];
  if (user !== undefined) return message('exec.no-user', { ...values, user });
  const file = /exec: "((?:[^"\\]|\\.)*)"/.exec(error)?.[1] ?? program;
  if (/is a directory/.test(error)) return message('exec.directory', { ...values, file });
  if (/permission denied/.test(error)) return message('exec.no-permission', { ...values, file });
  if (error === '') return message('exec.told-client', values);
  if (!/not found|no such file/.test(error)) return message('exec.not-started', { ...values, error });
  if (/\s/.test(file.trim())) return message('exec.quoted', { ...values, file });
  return message('exec.no-program', { name, program: file });
}
