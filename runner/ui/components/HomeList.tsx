import { Box } from 'ink';
import { homeLines } from '../home/homeLayout.ts';
import type { HomeScreen } from '../home/homeScreen.ts';
import { useKeys } from '../hooks/useKeys.ts';
import { useStore } from '../hooks/useStore.ts';
import { Lines } from './Lines.tsx';

/** Rows that a page key moves by. */
const page = 10;

/** The home screen. */
export function HomeList({ screen }: { readonly screen: HomeScreen }) {
  const view = useStore(screen.view);
  const size = useStore(screen.size);
  useKeys(
    (key) => screen.press(key),
    (by) => screen.move(typeof by === 'number' ? by : by === 'up' ? -page : page),
  );
  return (
    <Box width={size.columns} height={size.rows} overflow="hidden">
      <Lines lines={homeLines(view, size)} />
    </Box>
  );
}
