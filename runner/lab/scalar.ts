import { z } from 'zod';

/** What a learner types into an answer field is a text, however YAML reads what the author wrote. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]);
