/**
 * The last pass over the scripts that browsers fetch. Angular puts texts in and merges chunks after it has minified, and leaves
 * what that lets fall; this takes it away, about 4 % of every page.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'rolldown/experimental';

/**
 * The names of days and months that Angular brings along for pipes of its own. No page uses those: dates and numbers are written by the rules
 * of the domain, in every language alike.
 */
const LOCALE_DATA = /,?\(function\(e\)\{e\.ng\?\?=[^]*?\}\)\(globalThis\)/;

const OPTIONS = { module: true, compress: true, mangle: { toplevel: true } };

/** Minifies every script of a folder in place: names and exports stay, so nothing that refers to a file changes. */
export async function minifyScripts(folder) {
  const files = globSync('**/*.js', { cwd: folder });
  await Promise.all(files.map((file) => minifyFile(join(folder, file))));
}

async function minifyFile(path) {
  const { code, errors } = await minify(path, await readFile(path, 'utf8'), OPTIONS);
  if (errors.length) throw new Error(`${path}: ${errors.map(({ message }) => message).join(', ')}`);
  const left = code.replace(LOCALE_DATA, '');
  if (left.includes('common.locales=') || left.includes('.locales.sv='))
    throw new Error(`${path}: the data of a language are written in another way than before`);
  await writeFile(path, left);
}
