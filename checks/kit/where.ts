import { z } from '../../runner/api.ts';
import { absent, atLeast, atMost, type Expectation, equal, includes, type More, matches } from './expectation.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const amount = z.union([z.string(), z.number()]);

const operators = z.strictObject({
  equal: z.union([scalar, z.array(scalar)]).optional(),
  atLeast: amount.optional(),
  atMost: amount.optional(),
  matches: z.string().optional(),
  includes: z.union([scalar, z.array(scalar)]).optional(),
  absent: z.boolean().optional(),
});

/** Values by path, as labs write them: `spec.replicas: 3`, or with operators: `HostConfig.Memory: { atMost: 64000000 }`. */
export const where = z
  .record(z.string(), z.union([scalar, operators]))
  .default({})
  .describe(
    'Values that it must have, by path: `spec.replicas: 3`, `spec.containers[name=web].image: nginx`, `Mounts[*].Destination: { includes: /data }`. Operators: `equal`, `atLeast`, `atMost`, `matches` (a regular expression), `includes`, `absent`.',
  );

export type Where = z.infer<typeof where>;

/** What labs write by path, as expectations. */
export const expectationsOf = (wanted: Where, more: More = {}): readonly Expectation[] =>
  Object.entries(wanted).flatMap(([path, value]) => {
    if (typeof value !== 'object') return equal(path, value, more);
    const items = Array.isArray(value.includes) ? value.includes : [value.includes];
    return [
      ...equal(path, value.equal, more),
      ...atLeast(path, value.atLeast, more),
      ...atMost(path, value.atMost, more),
      ...matches(path, value.matches, more),
      ...items.flatMap((each) => includes(path, each, more)),
      ...absent(path, value.absent, more),
    ];
  });
