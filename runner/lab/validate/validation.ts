import type { z } from 'zod';
import type { Diagnostic } from '../diagnostic.ts';
import type { FactKind } from '../factParts.ts';
import type { LooseLab } from '../loose.ts';
import type { Source } from '../source.ts';

type Written = Readonly<Record<string, unknown>>;

/** What a lab may use of a check: its name and how its parameters are written. */
export type KnownCheck = {
  readonly name: string;
  readonly about: string;
  readonly params: z.ZodType;
  /** What its `as` is, by its parameters as written. */
  readonly binds?: FactKind | ((params: Written) => FactKind);
  /** Which engines it asks, by its parameters as written; that of its family unless given. */
  readonly asks?: (params: Written) => readonly string[];
};

export type Known = {
  readonly checks: ReadonlyMap<string, KnownCheck>;
  /** Names of folders in `images/`. */
  readonly images: readonly string[];
  /** Ids of what a lab in this file may teach. */
  readonly concepts?: (file: string) => readonly string[];
};

export type Validation = { readonly source: Source; readonly lab: LooseLab; readonly known: Known };

/** One rule about a lab. It reports everything that it finds. */
export type Validator = (validation: Validation) => readonly Diagnostic[];
