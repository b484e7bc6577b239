import { message, z } from '../../runner/api.ts';
import { stateCheck } from '../kit/check.ts';
import { inPod, places } from '../kit/place.ts';
import { adversaries } from './adversaries.ts';
import { expected, whence } from './expected.ts';
import { connections } from './source.ts';

const service = z.strictObject({ service: z.string(), namespace: z.string().optional() });

const params = z.strictObject({
  from: z
    .union([z.string(), inPod, z.strictObject({ node: z.string() })])
    .describe(`Who asks: ${places}, \`node\` or \`{ node: NAME }\`.`),
  to: z
    .union([z.string(), service])
    .describe(
      'An address such as `${db.ip}`, a name as whoever asks resolves it, or `{ service: web }`, by its own address.',
    ),
  port: z.int().min(1).max(65535).describe('The port that is asked.'),
  outcome: z
    .enum(['answered', 'refused', 'timed-out', 'unresolved'])
    .default('answered')
    .describe(
      'What must come of it: an answer; a refused connection; nothing, or no way there (`timed-out`); a name that nobody knows (`unresolved`).',
    ),
  protocol: z.enum(['http', 'tcp']).default('http').describe('`tcp`: a connection alone is an answer.'),
  path: z.string().default('/').describe('What is asked for there, by HTTP.'),
  status: z.int().default(200).describe('The HTTP status that must be answered.'),
  contains: z
    .string()
    .optional()
    .describe('A text that must be in the answer; by `tcp`, in what the other side says first.'),
});

export type ReachesParams = z.infer<typeof params>;

/** A real request is made where somebody is, by whatever name they use, and comes to what it should. */
export const reaches = stateCheck<ReachesParams>({
  name: 'reaches',
  about:
    'A real request, made by Seatrial where the machine, a container, a Pod or a node is, gets the answer that it should, or none. Of a Service it is told why it leads nowhere.',
  params,
  wakesOn: [
    ...['docker.container', 'docker.network', 'shell.command', 'terminal.quiet'],
    ...['Pod', 'Service', 'EndpointSlice'].map((kind) => `kubernetes.object.${kind}`),
  ],
  // Whoever is asked may write down that they were.
  echoes: ['terminal.quiet'],
  sees: ({ from }) => (from === 'node' || typeof from === 'object' ? ['requests'] : []),
  adversaries,
  from: connections,
  called: ({ to }) => (typeof to === 'string' ? undefined : to.service),
  expect: expected,
  right: ({ is }, params) =>
    message('reaches.right', { ...whence(is), outcome: params.outcome, status: String(is.status ?? '') }),
});
