import { Box } from 'ink';
import { useLayoutEffect } from 'react';
import { useKeys } from '../hooks/useKeys.ts';
import { useStore } from '../hooks/useStore.ts';
import type { LabScreen } from '../lab/labScreen.ts';
import { layoutOverlay, layoutPanel, type PanelLayout, tooSmallLines } from '../panel/layout.ts';
import { thinLine } from '../panel/thinLine.ts';
import { coversShell, isOverlay, type View } from '../panel/view.ts';
import type { Geometry, Size } from '../terminal/geometry.ts';
import { focusColor, restColor } from '../theme.ts';
import { Lines } from './Lines.tsx';

/** Columns of text that are still easily read. */
const widest = 90;

/** The panel's whole rectangle. */
export function LabPanel({ screen }: { readonly screen: LabScreen }) {
  const view = useStore(screen.view);
  const geometry = useStore(screen.geometry);
  const window = screen.compositor.size;

  if (geometry.kind === 'small') return <Lines lines={tooSmallLines(view, window)} />;
  const covers = coversShell(view);
  const size: Size = covers ? window : geometry.panel;
  if (geometry.kind === 'zoomed' && !covers) return <Lines lines={[thinLine(view, size.columns)]} />;
  return (
    <Frame size={size} border={covers || geometry.kind === 'narrow' ? 'none' : view.focus}>
      <Parts screen={screen} layout={lay(view, geometry, size)} left={geometry.kind === 'narrow' && !covers ? 0 : 1} />
    </Frame>
  );
}

function lay(view: View, geometry: Exclude<Geometry, { kind: 'small' }>, { columns, rows }: Size): PanelLayout {
  if (isOverlay(view.mode)) return layoutOverlay(view, { columns: Math.min(columns - 2, widest), rows });
  if (geometry.kind === 'zoomed')
    return layoutPanel(view, { columns: Math.min(columns - 2, widest), rows, kind: 'wide' });
  if (geometry.kind === 'narrow') return layoutPanel(view, { columns, rows, kind: 'narrow' });
  return layoutPanel(view, { columns: columns - 3, rows, kind: 'wide' });
}

type PartsProps = { readonly screen: LabScreen; readonly layout: PanelLayout; readonly left: number };

function Parts({ screen, layout, left }: PartsProps) {
  const page = Math.max(1, layout.body.length - 1);
  useKeys(
    (key) => screen.press(key),
    (direction) =>
      screen.scroll(typeof direction === 'number' ? direction : direction === 'up' ? -page : page, layout.scroll),
  );
  const column = layout.cursor && layout.cursor.column + left;
  const row = layout.cursor?.row;
  useLayoutEffect(() => {
    screen.placeCursor(column === undefined || row === undefined ? undefined : { column, row });
  }, [screen, column, row]);

  return (
    <Box flexDirection="column" paddingLeft={left}>
      <Lines lines={layout.head} />
      <Lines lines={layout.body} />
      <Lines lines={layout.pinned} />
      <Lines lines={layout.foot} />
    </Box>
  );
}

type FrameProps = {
  readonly size: Size;
  readonly border: 'none' | 'shell' | 'panel';
  readonly children: React.ReactNode;
};

/** The line between panel and shell shows by its colour which of them has the keys. */
function Frame({ size, border, children }: FrameProps) {
  const sides = { borderTop: false, borderBottom: false, borderLeft: false };
  return (
    <Box
      width={size.columns}
      height={size.rows}
      overflow="hidden"
      {...(border !== 'none' && {
        ...sides,
        borderStyle: border === 'panel' ? 'bold' : 'single',
        borderColor: border === 'panel' ? focusColor : restColor,
      })}
    >
      {children}
    </Box>
  );
}
