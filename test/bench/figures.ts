import type { Figure } from './figure.ts';
import { checks } from './figures/checks.ts';
import { echo } from './figures/echo.ts';
import { event } from './figures/event.ts';
import { help } from './figures/help.ts';
import { home } from './figures/home.ts';
import { idle } from './figures/idle.ts';
import { lint } from './figures/lint.ts';
import { missed } from './figures/missed.ts';
import { opened } from './figures/opened.ts';
import { verdict } from './figures/verdict.ts';

/** Everything that is measured, in the order of the table. */
export const figures: readonly Figure[] = [verdict, event, missed, checks, help, lint, home, opened, echo, idle];
