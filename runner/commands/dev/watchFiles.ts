import { type FSWatcher, readFileSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { attachments, overlayFile } from '../../lab/files.ts';
import { libFile } from '../../lab/lib.ts';

/** How long nothing more must happen after a change, in ms: an editor's save is several of them. */
const stillness = 60;

/**
Calls back whenever what a lab is made of has changed: its file, its translation, its functions, its folder `files`. The folders are watched, not the
files: many editors write a new file and rename it over the old one (inotify(7) follows the old one). Returns the way to stop.
`attached`: something in `files` has. `failed` is told where the system watches nothing more.
*/
export function watchLab(
  file: string,
  changed: (what: { readonly attached: boolean }) => void,
  failed: (error: Error) => void,
): () => void {
  const folder = dirname(file);
  const files = join(folder, 'files');
  const own = [basename(file), basename(overlayFile(file, 'ja')), basename(libFile(file)), 'files'];
  let timer: NodeJS.Timeout | undefined;
  let content = contentOf(file);
  let inside: FSWatcher | undefined;

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      const now = contentOf(file);
      const attached = now.attached !== content.attached;
      if (!attached && now.own === content.own) return;
      content = now;
      changed({ attached });
    }, stillness);
  };
  const follow = () => {
    const there = statSync(files, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (there && !inside) inside = watched(files, true, later, failed);
    if (there || !inside) return;
    inside.close();
    inside = undefined;
  };
  const outside = watched(folder, false, (name) => (name === null || own.includes(name)) && later(), failed);
  follow();

  return () => {
    clearTimeout(timer);
    outside?.close();
    inside?.close();
  };
}

function watched(
  folder: string,
  recursive: boolean,
  changed: (name: string | null) => void,
  failed: (error: Error) => void,
): FSWatcher | undefined {
  try {
    return watch(folder, { recursive }, (_, name) => changed(name)).on('error', failed);
  } catch (error) {
    failed(error instanceof Error ? error : new Error(String(error)));
    return undefined;
  }
}

/** Everything that is read of a lab, as texts; what is not there now is left out. */
function contentOf(file: string): { readonly own: string; readonly attached: string } {
  const whole = (paths: readonly string[]) => paths.map((path) => `${path}\0${textOf(path)}`).join('\0');
  return {
    own: whole([file, overlayFile(file, 'ja'), libFile(file)]),
    attached: attachedOf(file),
  };
}

/** A file may go while the folder is read: then there is another change to come. */
function attachedOf(file: string): string {
  try {
    const all = [...attachments({ file })];
    return all.map(([path, { content, mode }]) => `${path}\0${mode}\0${content.toString('latin1')}`).join('\0');
  } catch {
    return '';
  }
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};
