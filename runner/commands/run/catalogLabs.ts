import { catalog } from '../../lab/catalog.ts';
import type { Lab } from '../../lab/lab.ts';
import type { Language } from '../../words/message.ts';
import type { CommandContext } from '../context.ts';
import { labsFolder, openLab } from '../labs.ts';

/** Every lab of the project, in each language. Throws `LabError` where one is wrong. */
export const catalogLabs = (context: CommandContext): readonly Readonly<Record<Language, Lab>>[] =>
  catalog(labsFolder(context)).map(({ file }) => openLab(file, context));
