/** Compiles component specs with the dashboard's own compiler, templates and all. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runQuietly } from '../launcher/child.mjs';
import { StepError } from '../launcher/progress.mjs';
import { QUIET, root } from '../tasks/build.mjs';

/** Where the target `component-specs` of the dashboard reads what to compile, and leaves what it made of it. */
const FOLDER = join(root, 'tmp/component-specs');

/** Gives the folder with the compiled specs; throws a StepError with what the compiler says when they do not compile. */
export async function compileComponentSpecs(files) {
  if (files.length === 0) throw new StepError('there is no component spec at these paths.');
  mkdirSync(FOLDER, { recursive: true });
  const pathTo = (file) => relative(FOLDER, join(root, file)).replaceAll('\\', '/');
  const imports = files.map((file) => `import '${pathTo(file).replace(/\.ts$/, '.js')}';`);
  const setUp = ["import { setUpComponentSpecs } from '@slusen/ui/testing';", ...imports, 'setUpComponentSpecs();'];
  writeFileSync(join(FOLDER, 'main.ts'), `${setUp.join('\n')}\n`);
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify({ extends: pathTo('tsconfig.angular.json'), files: ['main.ts'] }));
  await runQuietly(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', 'dashboard:component-specs'], {
    cwd: root,
    env: { ...process.env, ...QUIET },
    log: join(root, 'tmp/log/component-specs.log'),
    sentence: 'the component specs could not be compiled.',
  });
  return join(FOLDER, 'built/browser');
}
