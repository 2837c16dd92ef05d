/** Compresses what browsers fetch, once at build time and as small as it gets: the server sends the file it finds. */
import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
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
  const [small, common] = await Promise.all([toBrotli(bytes, BEST), toGzip(bytes, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, common)]);
}
