import { type RenderOptions, render } from 'ink';
import { createElement } from 'react';
import { HomeList } from './components/HomeList.tsx';
import { LabPanel } from './components/LabPanel.tsx';
import type { HomeChoice, HomeRequest, LabScreenRequest, Leaving } from './contract.ts';
import { HomeScreen } from './home/homeScreen.ts';
import { LabScreen } from './lab/labScreen.ts';
import { askPlainHome } from './plain/plainHome.ts';
import { PlainLab } from './plain/plainLab.ts';
import type { PanelInput, PanelOutput } from './terminal/inkStreams.ts';

/** Opens a lab in the whole window, panel and shell side by side. Resolves when the learner leaves; the terminal is then as before. */
export async function openLab(request: LabScreenRequest): Promise<Leaving> {
  const screen = new LabScreen(request);
  screen.open();
  const ink = render(createElement(LabPanel, { screen }), into(screen.compositor));
  try {
    return await screen.left;
  } finally {
    ink.unmount();
    screen.close();
  }
}

/** Shows the labs over the whole window until one is chosen; the terminal is then as before. */
export async function openHome(request: HomeRequest): Promise<HomeChoice> {
  const screen = new HomeScreen(request);
  screen.open();
  const ink = render(createElement(HomeList, { screen }), into(screen));
  try {
    return await screen.chosen;
  } finally {
    ink.unmount();
    screen.close();
  }
}

/** The same lab line by line, without Ink. */
export async function openPlain(request: LabScreenRequest): Promise<Leaving> {
  const lab = new PlainLab(request);
  lab.open();
  try {
    return await lab.left;
  } finally {
    lab.close();
  }
}

/** The labs as numbered lines, without Ink. */
export const openPlainHome = (request: HomeRequest): Promise<HomeChoice> => askPlainHome(request);

/** Ink draws whole frames (`debug`) into a rectangle of ours and owns neither the terminal nor the way out. */
const into = ({ input, output }: { readonly input: PanelInput; readonly output: PanelOutput }): RenderOptions => ({
  stdin: input,
  stdout: output,
  debug: true,
  interactive: true,
  exitOnCtrlC: false,
  patchConsole: false,
  isScreenReaderEnabled: false,
});
