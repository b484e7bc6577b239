import { z } from 'zod';
import type { Lab } from './lab.ts';

const shape = z.object({
  file: z.string(),
  id: z.string(),
  track: z.string(),
  minutes: z.number(),
  engine: z.enum(['Docker', 'Kubernetes']),
  steps: z.number(),
  title: z.object({ en: z.string(), ja: z.string() }),
});

/** What the list of labs shows of one. */
export type LabTitle = z.infer<typeof shape>;

export function titleOf({ en, ja }: { readonly en: Lab; readonly ja: Lab }): LabTitle {
  const { file, id, track, minutes, needs, steps } = en;
  const engine = needs.kubernetes ? 'Kubernetes' : 'Docker';
  return { file, id, track, minutes, engine, steps: steps.length, title: { en: en.title, ja: ja.title } };
}

/** From its JSON; undefined where that is none of a title. */
export function titleIn(json = ''): LabTitle | undefined {
  try {
    return shape.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}
