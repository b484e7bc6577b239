import { type RenderOptions, render } from 'ink';
import { createElement } from 'react';
import { LabPanel } from './components/LabPanel.tsx';
import type { LabScreenRequest, Leaving } from './contract.ts';
import { LabScreen } from './lab/labScreen.ts';
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
