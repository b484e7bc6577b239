import type { CommandContext } from '../context.ts';
import { labMemory } from '../labMemory.ts';

/** Labs in which nothing was found before; whoever has not changed since, need not be looked at again. */
export type CleanBefore = {
  has(file: string): boolean;
  remember(files: readonly string[]): void;
};

export function cleanBefore(place: Pick<CommandContext, 'env' | 'root'>): CleanBefore {
  const memory = labMemory('lint', place);
  return {
    has: (file) => memory.recall(file) !== undefined,
    remember: (files) => memory.remember(new Map(files.map((file) => [file, '']))),
  };
}
