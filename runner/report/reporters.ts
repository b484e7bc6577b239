import { github } from './github.ts';
import { gradescope } from './gradescope.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { plain } from './plain.ts';
import type { MakeReporter } from './reporter.ts';
import { tap } from './tap.ts';
import { tree } from './tree.ts';

/** Every form in which results can be written, by the name that `--report` takes. The only list of them. */
export const reporters = { plain, tree, json, junit, tap, github, gradescope } satisfies Record<string, MakeReporter>;

export type ReporterName = keyof typeof reporters;

export const isReporterName = (name: string): name is ReporterName => name in reporters;
