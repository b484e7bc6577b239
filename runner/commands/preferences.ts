import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { stateFolder } from '../journal/folder.ts';
import type { CommandContext } from './context.ts';

const shape = z.object({ split: z.object({ columns: z.int(), rows: z.int() }).optional() });

/** How a learner likes the screen, from one lab to the next. */
export type Preferences = z.infer<typeof shape>;

const fileOf = ({ env }: Pick<CommandContext, 'env'>): string => join(stateFolder(env), 'preferences.json');

/** None where nothing was chosen yet, or the file cannot be read: nothing hangs on it. */
export function preferencesOf(context: Pick<CommandContext, 'env'>): Preferences {
  try {
    return shape.parse(JSON.parse(readFileSync(fileOf(context), 'utf8')));
  } catch {
    return {};
  }
}

/** Where it cannot be written, it holds for this lab alone. */
export function prefer(context: Pick<CommandContext, 'env'>, chosen: Preferences): void {
  try {
    mkdirSync(stateFolder(context.env), { recursive: true });
    writeFileSync(fileOf(context), `${JSON.stringify({ ...preferencesOf(context), ...chosen })}\n`);
  } catch {
    // A full disk or a read-only home is no reason to disturb a learner.
  }
}
