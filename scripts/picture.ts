/** Draws docs/screen.svg from the real screen: the first lab, on a real machine, after a slip. Run by `npm run picture`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTerminal } from '../test/helpers/terminal.ts';
import { drawScreen } from './picture/svg.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'seatrial-picture-'));
const size = { columns: 132, rows: 22 };

await using screen = await openTerminal(
  process.execPath,
  [join(root, 'dist/main.mjs'), 'run', 'isolated-processes', '--lang', 'en'],
  { ...size, env: { XDG_STATE_HOME: home } },
);
await screen.wait('root@lab:~#', 30_000);
await screen.waitUntil((terminal) => !terminal.screen().includes('is being loaded'), 'the image', 60_000);
screen.write('answer init\r');
await screen.wait('Leave a process running', 15_000);
screen.write('clear\r');
await screen.waitUntil((terminal) => !terminal.screen().includes('answer init'), 'an empty shell');
screen.write('docker run -d linux sleep 11111\r');
await screen.wait('And a second one', 15_000);
screen.write('docker run -d linux sleep 2222\r');
await screen.wait('expected', 15_000);
await screen.wait(/root@lab:~# *$/m);

const rows = Array.from({ length: size.rows }, (_, row) => screen.cells(row));
writeFileSync(
  join(root, 'docs/screen.svg'),
  drawScreen(rows, 'A lab in Seatrial: the steps on the left, a shell on a machine of its own on the right.'),
);

screen.keys('switch', 'q', 'r', 'enter');
await screen.exit;
rmSync(home, { recursive: true });
