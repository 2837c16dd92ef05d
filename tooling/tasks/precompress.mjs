/** Compresses what browsers fetch, once at build time and as small as it gets: the server sends the file it finds. */
import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What brotli can be told of distances and of what it reads; which of it helps differs from file to file. */
const DISTANCES = [
  [0, 0],
  [1, 4],
  [2, 4],
  [3, 0],
];
const MODES = [constants.BROTLI_MODE_GENERIC, constants.BROTLI_MODE_TEXT, constants.BROTLI_MODE_FONT];
const BLOCKS = [0, 16, 18];
/** Above this only the usual way is taken: the others take seconds there and save nothing. */
const TRIED_BYTES = 300_000;
/** Below this the headers weigh more than what is saved. */
const LEAST_BYTES = 256;
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Writes `FILE.br` and `FILE.gz` beside every text file of a folder. */
export async function precompress(folder) {
  const files = globSync('**/*.{js,css,svg,json,txt}', { cwd: folder });
  await Promise.all(files.map((file) => compressFile(join(folder, file))));
}

async function compressFile(path) {
  const bytes = await readFile(path);
  if (bytes.length < LEAST_BYTES) return;
  const [small, common] = await Promise.all([smallest(bytes), toGzip(bytes, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, common)]);
}

/** The shortest of what brotli makes of the bytes. */
async function smallest(bytes) {
  const tries = bytes.length > TRIED_BYTES ? [waysOf(bytes)[0]] : waysOf(bytes);
  const made = await Promise.all(tries.map((params) => toBrotli(bytes, { params })));
  return made.reduce((best, one) => (one.length < best.length ? one : best));
}

function waysOf(bytes) {
  return DISTANCES.flatMap(([postfix, direct]) =>
    MODES.flatMap((mode) =>
      BLOCKS.map((block) => ({
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
        [constants.BROTLI_PARAM_NDIRECT]: direct,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
      })),
    ),
  );
}
