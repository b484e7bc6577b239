import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lab, Setup } from './lab.ts';

/** The file beside a lab's with functions for its check scripts. */
export const libFile = (file: string): string => join(dirname(file), 'lib.sh');

/** Functions for a lab's check scripts; undefined where it has none. */
export const libBeside = (file: string): string | undefined =>
  statSync(libFile(file), { throwIfNoEntry: false })?.isFile() ? readFileSync(libFile(file), 'utf8') : undefined;

const setupWith = ({ setup }: { readonly setup?: Setup }, lib: string) => setup && { setup: { ...setup, lib } };

/** The lab with these functions at hand for each of its scripts. */
export const withLib = <L extends Pick<Lab, 'steps' | 'setup'>>(lab: L, lib: string | undefined): L =>
  lib === undefined
    ? lab
    : {
        ...lab,
        ...setupWith(lab, lib),
        steps: lab.steps.map((step) => ({
          ...step,
          ...setupWith(step, lib),
          checks: step.checks.map((use) => (use.kind === 'script' ? { ...use, lib } : use)),
        })),
      };
