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
  const isProgram = ([name]) => name.startsWith('programs/');
  const entries = Object.entries(input);
  await bundled(Object.fromEntries(entries.filter((entry) => !isProgram(entry))), { folder, cleanDir: true });
  // A program that runs in a thread loads what it uses, and no chunk that the whole application shares.
  for (const entry of entries.filter(isProgram))
    await bundled(Object.fromEntries([entry]), { folder, cleanDir: false, treeshake: { moduleSideEffects: isOfNoLib } });
}

/** What a lib exports and nobody uses does nothing. */
const isOfNoLib = (id) => !id.includes('/libs/');

async function bundled(input, { folder, cleanDir, treeshake = true }) {
  const bundle = await rolldown({
    input,
    treeshake,
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
    cleanDir,
  });
  await bundle.close();
}
