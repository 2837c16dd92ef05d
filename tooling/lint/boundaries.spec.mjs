import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { API_NEVER, API_ORDER, DASHBOARD_BASE, DASHBOARD_FEATURES } from './boundaries.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const api = 'apps/api/src';
const app = 'apps/dashboard/src/app';

/** The texts below stand for files that do not exist, so the rules that ask TypeScript for types are left out. */
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) =>
    /boundaries|restricted|cycle|slusen|max-|^@angular-eslint/.test(ruleId) || ruleId === '@typescript-eslint/no-explicit-any',
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
});

/** The rules that object to `text` in `file`. */
async function objections(file, text) {
  const [result] = await eslint.lintText(text, { filePath: `${root}${file}`, warnIgnored: true });
  return result.messages.map((message) => message.ruleId ?? message.message);
}

const importing = (name) => `import { x } from '${name}';\nx();\n`;

const FORBIDDEN = [
  ['libs/domain/src/x.ts', '@slusen/contracts', '@nx/enforce-module-boundaries'],
  ['libs/domain/src/x.ts', 'zod', '@nx/enforce-module-boundaries'],
  ['libs/domain/src/x.ts', 'node:fs', '@typescript-eslint/no-restricted-imports'],
  ['libs/domain/src/x.ts', 'jstat', '@typescript-eslint/no-restricted-imports'],
  ['libs/domain/src/pace/x.ts', 'rxjs', '@nx/enforce-module-boundaries'],
  ['libs/contracts/src/x.ts', '@slusen/charts', '@nx/enforce-module-boundaries'],
  ['libs/contracts/src/x.ts', 'typeorm', '@nx/enforce-module-boundaries'],
  ['libs/charts/src/x.ts', '@slusen/ui', '@nx/enforce-module-boundaries'],
  ['libs/charts/src/x.ts', 'chart.js', '@typescript-eslint/no-restricted-imports'],
  ['libs/charts/src/x.ts', '@angular/core', '@nx/enforce-module-boundaries'],
  ['libs/ui/src/x.ts', '@slusen/contracts', '@nx/enforce-module-boundaries'],
  ['libs/ui/src/x.ts', 'chart.js', '@typescript-eslint/no-restricted-imports'],
  ['libs/testing/src/x.ts', '@slusen/charts', '@nx/enforce-module-boundaries'],
  ['libs/embedded-postgres/src/x.ts', '@slusen/domain', '@nx/enforce-module-boundaries'],
  ['libs/embedded-postgres/src/x.ts', 'typeorm', '@nx/enforce-module-boundaries'],
  ['apps/api/src/entries/x.ts', '@slusen/embedded-postgres/testing', '@typescript-eslint/no-restricted-imports'],
  ['apps/api/src/entries/x.ts', '@slusen/ui', '@nx/enforce-module-boundaries'],
  ['apps/api/src/entries/x.ts', '@slusen/testing', '@nx/enforce-module-boundaries'],
  ['apps/api/src/rendering/x.ts', '@angular/core', '@nx/enforce-module-boundaries'],
  [`${app}/public/x.ts`, '@nestjs/common', '@nx/enforce-module-boundaries'],
  [`${app}/public/x.ts`, 'typeorm', '@nx/enforce-module-boundaries'],
  [`${app}/public/x.ts`, 'pg', '@nx/enforce-module-boundaries'],
  [`${app}/public/x.ts`, 'chart.js', '@typescript-eslint/no-restricted-imports'],
  [`${app}/public/x.ts`, '@slusen/contracts', '@typescript-eslint/no-restricted-imports'],
  [`${app}/entry/x.ts`, '@slusen/ui/testing', '@typescript-eslint/no-restricted-imports'],
  [`${app}/data/x.ts`, '@slusen/contracts', '@typescript-eslint/no-restricted-imports'],
  [`${app}/public/x.ts`, '@slusen/domain/pace', '@typescript-eslint/no-restricted-imports'],
  [`${app}/shell/x.ts`, '@slusen/domain/pace', '@typescript-eslint/no-restricted-imports'],
];

const ALLOWED = [
  ['libs/domain/src/pace/x.ts', 'jstat'],
  ['libs/domain/src/x.spec.ts', 'fast-check'],
  ['libs/contracts/src/x.ts', 'zod'],
  ['libs/contracts/src/x.ts', '@slusen/domain'],
  ['libs/charts/src/x.ts', '@slusen/domain'],
  ['libs/ui/src/chart/chart-setup.ts', 'chart.js'],
  ['apps/api/src/entries/x.spec.ts', '@slusen/testing'],
  ['apps/api/src/entries/x.spec.ts', '@slusen/embedded-postgres/testing'],
  ['apps/api/src/database.ts', '@slusen/embedded-postgres'],
  ['apps/api/src/entries/x.ts', '@slusen/contracts'],
  [`${app}/public/x.ts`, '@slusen/contracts/pages'],
  [`${app}/public/x.dom.spec.ts`, '@slusen/ui/testing'],
  ['libs/ui/src/x.dom.spec.ts', '@testing-library/dom'],
  [`${app}/follow-up/x.ts`, '@slusen/domain/pace'],
];

describe('Boundaries between projects', () => {
  for (const [file, name, rule] of FORBIDDEN) {
    it(`keep ${name} out of ${file}`, async () => expect(await objections(file, importing(name))).toContain(rule));
  }
  for (const [file, name] of ALLOWED) {
    it(`let ${file} import ${name}`, async () => expect(await objections(file, importing(name))).toEqual([]));
  }

  it('let only data/ call an address', async () => {
    const text = "import { HttpClient } from '@angular/common/http';\nexport const x = HttpClient;\n";
    expect(await objections(`${app}/public/x.ts`, text)).toContain('@typescript-eslint/no-restricted-imports');
    expect(await objections(`${app}/data/x.ts`, text)).toEqual([]);
  });

  it('let types of Chart.js into charts', async () => {
    expect(
      await objections('libs/charts/src/x.ts', "import type { Plugin } from 'chart.js';\n/** A. */\nexport type X = Plugin;\n"),
    ).toEqual([]);
  });
});

/** A file of a folder to import, as a folder without one cannot be imported from. */
const fileIn = (folder) =>
  globSync(`${folder}/**/*.ts`, { cwd: root })
    .filter((file) => !/\.(spec|fixtures)\.ts$/.test(file))
    .sort()[0];

describe('Boundaries between folders', () => {
  const known = API_ORDER.map((folder) => [folder, fileIn(`${api}/${folder}`)]).filter(([, file]) => file);

  it('has folders to check, all of them in the order', () => {
    const folders = globSync(`${api}/*/`, { cwd: root }).map((path) => path.replaceAll('\\', '/').split('/').at(-1));
    expect(folders.filter((folder) => !API_ORDER.includes(folder))).toEqual([]);
    expect(known.length).toBeGreaterThan(5);
  });

  for (const [from, file] of known) {
    const path = (folder) =>
      `../${file.replaceAll('\\', '/').replace(`${api}/`, '').replace(/\.ts$/, '.js')}`.replace(`../${folder}/`, './');
    for (const folder of API_ORDER.filter((other) => other !== from)) {
      const isForbidden = API_ORDER.indexOf(folder) < API_ORDER.indexOf(from) || API_NEVER[folder]?.includes(from) === true;
      it(`${isForbidden ? 'keep' : 'let'} ${folder} ${isForbidden ? 'from importing' : 'import'} ${from}`, async () => {
        const found = await objections(`${api}/${folder}/x.ts`, importing(path(folder)));
        expect(found.includes('import-x/no-restricted-paths')).toBe(isForbidden);
      });
    }
  }

  it('keep the features of the dashboard from knowing each other', async () => {
    const features = DASHBOARD_FEATURES.map((folder) => [folder, fileIn(`${app}/${folder}`)]).filter(([, file]) => file);
    const folders = globSync(`${app}/*/`, { cwd: root }).map((path) => path.replaceAll('\\', '/').split('/').at(-1));
    expect(folders.filter((folder) => ![...DASHBOARD_FEATURES, ...DASHBOARD_BASE].includes(folder))).toEqual([]);
    expect(features.length).toBeGreaterThan(0);
    for (const [from, file] of features) {
      for (const folder of DASHBOARD_FEATURES.filter((other) => other !== from)) {
        const found = await objections(
          `${app}/${folder}/x.ts`,
          importing(`../${file.replaceAll('\\', '/').replace(`${app}/`, '').replace(/\.ts$/, '')}`),
        );
        expect(found).withContext(`${folder} importing ${from}`).toContain('import-x/no-restricted-paths');
      }
    }
  });
});

describe('Style', () => {
  const lines = (count, line) => `${line}\n`.repeat(count);
  const CASES = [
    ['a file of more than 250 lines', `${api}/entries/x.ts`, lines(251, 'void 0;'), 'max-lines'],
    [
      'a function of more than 40 lines',
      `${api}/entries/x.ts`,
      `function x() {\n${lines(40, '  void 0;')}}\nx();\n`,
      'max-lines-per-function',
    ],
    ['four parameters', `${api}/entries/x.ts`, 'const x = (a, b, c, d) => [a, b, c, d];\nx();\n', 'no-restricted-syntax'],
    [
      'six collaborators',
      `${api}/entries/x.ts`,
      'class X {\n  y = 1;\n  constructor(...[a, b]) {}\n}\nnew X();\n'.replace('...[a, b]', 'a, b, c, d, e, f'),
      'no-restricted-syntax',
    ],
    [
      'a transaction that is handed on',
      `${api}/entries/x.ts`,
      "import { EntityManager } from 'typeorm';\nvoid EntityManager;\n",
      '@typescript-eslint/no-restricted-imports',
    ],
    ['a second way into a transaction', `${api}/entries/x.ts`, 'dataSource.transaction(work);\n', 'no-restricted-syntax'],
    ['a repository that is not injected', `${api}/entries/x.ts`, 'dataSource.getRepository(Row);\n', 'no-restricted-syntax'],
    ['any', `${api}/entries/x.ts`, 'const x: any = 1;\nvoid x;\n', '@typescript-eslint/no-explicit-any'],
    ['a focused spec', 'libs/domain/src/x.spec.ts', "fit('x', () => undefined);\n", 'no-restricted-globals'],
    ['a drawer', 'libs/domain/src/utils.ts', '', 'slusen/file-names'],
    ['a drawer folder', `${api}/entries/shared/x.ts`, '', 'slusen/file-names'],
    ['a barrel', 'libs/domain/src/status/index.ts', '', 'slusen/file-names'],
    ['an export without a sentence', 'libs/domain/src/x.ts', 'export const x = 1;\n', 'slusen/documented-exports'],
    ['work put off without an issue', 'libs/domain/src/x.ts', '// TODO later\n', 'slusen/dated-notes'],
    ['an image without a text', `${app}/public/x.html`, '<img src="x.png">', '@angular-eslint/template/alt-text'],
    [
      'a click only a mouse can make',
      `${app}/public/x.html`,
      '<div (click)="save()">Spara</div>',
      '@angular-eslint/template/click-events-have-key-events',
    ],
  ];
  for (const [what, file, text, rule] of CASES) {
    it(`refuses ${what}`, async () => expect(await objections(file, text)).toContain(rule));
  }

  it('accepts a constructor with five collaborators, an entry point and a note that names its issue', async () => {
    expect(await objections(`${api}/entries/x.ts`, 'class X {\n  y = 1;\n  constructor(a, b, c, d, e) {}\n}\nnew X();\n')).toEqual([]);
    expect(await objections('libs/domain/src/index.ts', '// TODO #12 later\n')).toEqual([]);
    expect(await objections('libs/domain/src/pace/index.ts', '')).toEqual([]);
  });
});

describe('Cycles', () => {
  /** A file of the domain that imports a neighbour at run time, and that neighbour. */
  function neighbours() {
    for (const file of globSync('libs/domain/src/time/*.ts', { cwd: root })) {
      const name = /^import \{ (?!type )[^}]*\} from '\.\/([a-z-]+)\.js';$/m.exec(readFileSync(`${root}${file}`, 'utf8'))?.[1];
      if (name && !/\.(spec|fixtures)\.ts$/.test(file)) return { importer: basename(file, '.ts'), imported: name };
    }
    throw new Error('No file of the domain imports another.');
  }

  it('are refused', async () => {
    const { importer, imported } = neighbours();
    const text = `import { x } from './${importer}.js';\nx();\n`;
    expect(await objections(`libs/domain/src/time/${imported}.ts`, text)).toContain('import-x/no-cycle');
    expect(await objections(`libs/domain/src/time/nobody-imports-this.ts`, text)).not.toContain('import-x/no-cycle');
  });
});
