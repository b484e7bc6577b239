import type { MachineRecord } from './model.ts';
import { type Shape, shapeOf } from './needs.ts';

const session = 'seatrial.session';
const lab = 'seatrial.lab';
const kind = 'seatrial.kind';
const language = 'seatrial.language';
const nonce = 'seatrial.nonce';
const shape = 'seatrial.shape';
const image = 'seatrial.made-from';

export const machineFilter = { label: [`${kind}=machine`] };

type Named = {
  readonly session: string;
  readonly lab: string;
  readonly language: string;
  readonly nonce: string;
  readonly shape: Shape;
  /** Reference of the machine's own image. */
  readonly image: string;
};

export const machineLabels = (named: Named): Record<string, string> => ({
  [kind]: 'machine',
  [session]: named.session,
  [lab]: named.lab,
  [language]: named.language,
  [nonce]: named.nonce,
  [shape]: JSON.stringify(named.shape),
  [image]: named.image,
});

/** The word by which what is meant for Seatrial is told from what anybody may write on the machine. */
export const nonceOf = (labels: Readonly<Record<string, string>>): string => labels[nonce] ?? '';

/** What a machine was made with; one from before there were others has an engine and nothing else. */
export function shapeIn(labels: Readonly<Record<string, string>>): Shape {
  const made: Partial<Shape> = JSON.parse(labels[shape] ?? '{}');
  return { ...shapeOf({}), ...made };
}

type Listed = {
  readonly Id: string;
  readonly Names: readonly string[];
  readonly Labels: Readonly<Record<string, string>>;
  readonly State: string;
  /** s since 1970 */
  readonly Created: number;
};

export const recordOf = (listed: Listed): MachineRecord => ({
  id: listed.Id,
  name: (listed.Names[0] ?? listed.Id).replace(/^\//, ''),
  session: listed.Labels[session] ?? '',
  lab: listed.Labels[lab] ?? '',
  image: listed.Labels[image] ?? '',
  running: listed.State === 'running',
  createdAt: listed.Created * 1000,
});
