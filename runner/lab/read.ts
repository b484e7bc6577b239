import { readFileSync, statSync } from 'node:fs';
import { message } from '../words/message.ts';
import { decoded } from './characters.ts';
import { byPlace, type Diagnostic } from './diagnostic.ts';
import { attachments, labFile, overlayFile } from './files.ts';
import type { Lab, LabIn } from './lab.ts';
import { libBeside, withLib } from './lib.ts';
import type { LooseLab } from './loose.ts';
import { type Overlay, parseOverlay } from './overlay.ts';
import { digestOf, parseLab } from './parse.ts';
import type { Source } from './source.ts';
import { translate } from './translate.ts';
import type { Known } from './validate/validation.ts';

export type ReadResult = {
  /** The lab with its texts in each language; English where a text is not translated. */
  readonly lab?: LabIn;
  /** The files as written; absent where one of them is wrong. */
  readonly written?: {
    readonly source: Source;
    readonly loose: LooseLab;
    readonly translation?: { readonly source: Source; readonly overlay: Overlay };
  };
  readonly diagnostics: readonly Diagnostic[];
};

function textOf(file: string): string | Diagnostic {
  try {
    return decoded(readFileSync(file), file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const words = code === 'ENOENT' ? message('lab.no-file') : message('lab.unreadable', { text: code });
    return { code: 'unreadable', file, line: 1, column: 1, message: words };
  }
}

/** Reads a lab and its translation from a folder, or from the path of its lab.yaml. */
export function readLab(path: string, known: Known): ReadResult {
  const file = labFile(path);
  const text = textOf(file);
  if (typeof text !== 'string') return { diagnostics: [text] };

  const parsed = parseLab(text, file, known);
  const { source, loose } = parsed;
  if (!parsed.lab || !source || !loose) return { diagnostics: parsed.diagnostics };

  const lib = libBeside(file);
  const attached = [...attachments({ file })].flatMap(([path, { content, mode }]) => [
    ...[path, content.toString('latin1')],
    // What is not executable has the digest that it always had.
    ...(mode === 0o755 ? ['executable'] : []),
  ]);
  const functions = lib === undefined ? [] : ['lib.sh', lib];
  const en: Lab = { ...withLib(parsed.lab, lib), digest: digestOf(text, ...attached, ...functions) };
  const beside = overlayFile(file, 'ja');
  const japanese = statSync(beside, { throwIfNoEntry: false }) ? textOf(beside) : undefined;
  if (japanese === undefined) return { lab: { en, ja: en }, written: { source, loose }, diagnostics: [] };
  if (typeof japanese !== 'string') return { diagnostics: [japanese] };

  const translated = parseOverlay(japanese, beside, en);
  const { overlay } = translated;
  if (!overlay || !translated.source) return { diagnostics: [...translated.diagnostics].sort(byPlace) };
  return {
    lab: { en, ja: translate(en, overlay, 'ja') },
    written: { source, loose, translation: { source: translated.source, overlay } },
    diagnostics: [],
  };
}
