import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const LATIN = 'Source Sans 3';
/** Letters of other European languages; a family of its own, as a canvas looks in one file per family for a letter. */
const EXTENDED = 'Source Sans 3 Extended';
const FACES = [
  [LATIN, 'latin-400'],
  [LATIN, 'latin-600'],
  [EXTENDED, 'latin-ext-400'],
  [EXTENDED, 'latin-ext-600'],
] as const;

/** What a chart on the server is written in. */
export const CANVAS_FONT = `"${LATIN}", "${EXTENDED}"`;

let isRegistered = false;

/** Gives the canvas the face that the pages use, once per process. Throws when a font file is missing or unreadable. */
export function registerChartFonts(): void {
  if (isRegistered) return;
  const { resolve } = createRequire(import.meta.url);
  for (const [family, face] of FACES) {
    const path = resolve(`@fontsource/source-sans-3/files/source-sans-3-${face}-normal.woff`);
    if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`The font ${path} cannot be read.`);
  }
  isRegistered = true;
}
