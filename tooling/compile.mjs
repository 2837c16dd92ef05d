/** Compiles TypeScript for Node with decorator metadata (which esbuild cannot emit). One place for how that is done. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const { version, dependencies, devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const packages = Object.keys({ ...dependencies, ...devDependencies });

/**
 * @param {Record<string, string>} input name of each output file → its source file
 * @param {string} folder where the output goes
 */
export async function compile(input, folder) {
  const bundle = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    tsconfig: `${root}tsconfig.json`,
    moduleTypes: { '.typ': 'text' },
    transform: { define: { SLUSEN_VERSION: JSON.stringify(version) } },
    external: (id) => id.startsWith('node:') || packages.some((name) => id === name || id.startsWith(`${name}/`)),
    onLog(level, log, handler) {
      if (log.code !== 'CIRCULAR_DEPENDENCY') handler(level, log);
    },
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    cleanDir: true,
  });
  await bundle.close();
}
