import { type Alive, valueAt } from '../../runner/api.ts';

/** What stands at each path that was asked for. Nothing else of an object is kept: evidence goes into the journal. */
export type Fields = Readonly<Record<string, unknown>>;

/** Something that a learner may have made or done, as plain data. */
export type Subject<Is extends Fields = Fields> = {
  readonly id: string;
  /** As the learner knows it. */
  readonly name: string;
  /** What else it may be asked for by: the name of the Deployment that made it. */
  readonly also?: string;
  /** Made, changed or done since the step opened. */
  readonly fresh: boolean;
  /** When, by the machine's clock in ms: of two that are as near, the later one is spoken of. */
  readonly at: number;
  /** On its way in or out: it neither passes nor is spoken of. */
  readonly going?: true;
  /** It has come to its end: what was tried after it is spoken of instead. */
  readonly over?: true;
  /** Another fact has it: of those that are right another one is meant. */
  readonly taken?: true;
  /** The processes on which it stands that it is right: where one of them ends at once, it was not. */
  readonly alive?: readonly Alive[];
  readonly is: Is;
};

/** Of an object, the fields that are asked for; those that it has not are left out. */
export const fieldsOf = (object: unknown, paths: readonly string[]): Fields =>
  Object.fromEntries(
    paths.flatMap((path) => {
      const value = valueAt(object, path);
      return value === undefined ? [] : [[path, value]];
    }),
  );
