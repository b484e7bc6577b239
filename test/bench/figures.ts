import type { Figure } from './figure.ts';
import { baseline } from './figures/baseline.ts';
import { checks } from './figures/checks.ts';
import { cluster } from './figures/cluster.ts';
import { echo } from './figures/echo.ts';
import { event } from './figures/event.ts';
import { help } from './figures/help.ts';
import { home } from './figures/home.ts';
import { hup } from './figures/hup.ts';
import { idle } from './figures/idle.ts';
import { kubernetesOpened } from './figures/kubernetesOpened.ts';
import { lint } from './figures/lint.ts';
import { missed } from './figures/missed.ts';
import { opened } from './figures/opened.ts';
import { parallel } from './figures/parallel.ts';
import { proving } from './figures/proving.ts';
import { verdict } from './figures/verdict.ts';
import { write } from './figures/write.ts';

/** Everything that is measured, in the order of the table. */
export const figures: readonly Figure[] = [
  verdict,
  event,
  missed,
  checks,
  help,
  lint,
  home,
  opened,
  echo,
  idle,
  cluster,
  kubernetesOpened,
  write,
  hup,
  baseline,
  proving,
  parallel,
];
