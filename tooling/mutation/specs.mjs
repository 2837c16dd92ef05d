/**
 * The specs of one folder of the domain, and those of all error tables, for mutation testing: `compile FOLDER` once, with every mutant
 * in the code, and then `run` for each of them, switched by the environment. Stops at the first failure.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Jasmine from 'jasmine';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist/mutation');
const [step, name] = process.argv.slice(2);

if (step === 'compile') {
  // The compiler takes longer to load than most specs to run, so only this step does.
  const { compile } = await import('../compile.mjs');
  const specs = globSync(`libs/domain/src/{${name}/**/*,errors}.spec.ts`, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  await compile(Object.fromEntries(specs.map((file) => [file.replace(/\.ts$/, ''), file])), folder);
} else {
  const jasmine = new Jasmine({ projectBaseDir: root });
  await jasmine.loadConfig({ env: { stopOnSpecFailure: true, stopSpecOnExpectationFailure: true } });
  await jasmine.execute([`${folder}/**/*.spec.mjs`]);
}
