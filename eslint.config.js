import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { folderZones, placeConfigs, projectRules } from './tooling/lint/boundaries.mjs';
import { slusen } from './tooling/lint/plugin.mjs';

const TS = ['libs/**/*.ts', 'apps/**/*.ts', 'tooling/**/*.ts'];
const JS = ['**/*.mjs', '**/*.js'];
const SPECS = ['**/*.spec.ts', '**/*.spec.mjs', '**/*.fixtures.ts'];
/** What only specs use: builders, and the small world of the API's specs. */
const SPEC_SUPPORT = ['libs/testing/**/*.ts', '{libs/embedded-postgres,libs/ui,apps/api,apps/dashboard}/src/testing/**/*.ts'];
const ANGULAR = ['apps/dashboard/src/**/*.ts', 'libs/ui/src/**/*.ts'];
const TEMPLATES = ['apps/dashboard/src/**/*.html', 'libs/ui/src/**/*.html'];
/** Code whose types ESLint may ask for: what tsconfig.json covers. */
const TYPED = ['libs/{domain,contracts,charts,embedded-postgres,testing}/**/*.ts', 'apps/{api,dashboard-e2e}/**/*.ts', 'tooling/**/*.ts'];
const ANGULAR_PROJECTS = ['./apps/dashboard/tsconfig.json', './libs/ui/tsconfig.json'];
const TYPED_RULES = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const NODE_GLOBALS = ['AbortController', 'AbortSignal', 'Buffer', 'URL', 'URLSearchParams', 'TextDecoder', 'TextEncoder', 'clearInterval', 'clearTimeout', 'console', 'fetch', 'performance', 'process', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone']; // prettier-ignore
const JASMINE_GLOBALS = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'expectAsync', 'fail', 'it', 'jasmine', 'pending', 'spyOn']; // prettier-ignore
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const tooMany = (selector, limit, what) => ({
  selector: `${selector}[params.length>${limit}]`,
  message: `${what} has more than ${limit} parameters: take an object.`,
});
const PARAMETERS = [
  tooMany('FunctionDeclaration', 3, 'A function'),
  tooMany('ArrowFunctionExpression', 3, 'A function'),
  tooMany(':not(MethodDefinition) > FunctionExpression', 3, 'A function'),
  tooMany('MethodDefinition[kind!="constructor"]:not([decorators.length>0]) > FunctionExpression', 3, 'A method'),
  // A route names each part of the request it reads.
  tooMany('MethodDefinition[decorators.length>0] > FunctionExpression', 5, 'A route'),
  tooMany('MethodDefinition[kind="constructor"] > FunctionExpression', 5, 'A constructor'),
];

/** Repositories made within a transaction would stay in it, and a transaction that is begun elsewhere is one that nobody else is in. */
const ONE_WAY = {
  selector: 'CallExpression[callee.property.name=/^(transaction|startTransaction|getRepository)$/]',
  message: 'Transactions.run is the one way into a transaction, and repositories are injected (platform/transactions.ts).',
};

/** A connection that is made elsewhere looks for names where the database or its owner says. */
const ONE_PATH = {
  selector: 'NewExpression[callee.property.name=/^(Client|Pool)$/]',
  message: 'newClient is the one way to a connection beside the pools: it says where names are looked for (platform/connection.ts).',
};

/** What is asked once may come a moment later, which a crowded machine finds out. */
const ASKED_ONCE = {
  selector:
    'CallExpression[callee.name="expect"] > AwaitExpression.arguments > CallExpression[callee.property.name=/^(count|isVisible|isHidden|isEnabled|isDisabled|isChecked)$/]',
  message: 'Wait for it: locator.waitFor, or expectSoon (apps/dashboard-e2e/src/expectations.ts).',
};

/** A button that is pressed twice is not drawn as disabled in between. */
const PRESSED_TWICE = {
  selector:
    'MethodDefinition:has(CallExpression[callee.object.property.name="isBusy"][callee.property.name="set"] > Literal[value=true]):not(:has(IfStatement > .test CallExpression[callee.property.name="isBusy"])):not(:has(IfStatement > CallExpression.test[callee.property.name="isBusy"]))',
  message: 'A second press while the first goes on is ignored: if (this.isBusy()) return.',
};

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'tmp/', 'data/', '.nx/', '.angular/', 'apps/dashboard/public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  { files: JS, extends: [js.configs.recommended], languageOptions: { globals: readonly(NODE_GLOBALS) } },
  { files: ['**/*.spec.mjs', 'tooling/specs/worker.mjs'], languageOptions: { globals: readonly(JASMINE_GLOBALS) } },
  { files: TS, extends: [js.configs.recommended, ...tseslint.configs.strict] },
  {
    files: TYPED,
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: TYPED_RULES,
  },
  {
    files: ANGULAR,
    languageOptions: { parserOptions: { project: ANGULAR_PROJECTS, tsconfigRootDir: import.meta.dirname } },
    rules: TYPED_RULES,
  },

  {
    files: [...TS, ...JS],
    plugins: { '@nx': nx, 'import-x': importX, slusen },
    settings: {
      'import-x/extensions': ['.ts', '.js', '.mjs'],
      'import-x/external-module-folders': ['node_modules'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.base.json' })],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: folderZones() }],
      '@nx/enforce-module-boundaries': ['error', projectRules({ inSpecs: false })],
      'slusen/file-names': 'error',
      'slusen/dated-notes': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...PARAMETERS],
      'no-restricted-globals': [
        'error',
        ...['fit', 'fdescribe', 'xit', 'xdescribe'].map((name) => ({ name, message: 'Every spec runs, always.' })),
      ],
      // A non-breaking space stands in numbers and units as Swedes write them.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipComments: true, skipRegExps: true }],
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    files: TS,
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  ...placeConfigs(),
  {
    files: ['libs/{domain,contracts,charts,ui,embedded-postgres}/src/**/*.ts'],
    ignores: SPECS,
    rules: { 'slusen/documented-exports': 'error' },
  },
  {
    files: [...SPECS, ...SPEC_SUPPORT],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      'import-x/no-restricted-paths': 'off',
      '@nx/enforce-module-boundaries': ['error', projectRules({ inSpecs: true })],
    },
  },
  { files: ['**/*.spec.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['apps/dashboard-e2e/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ASKED_ONCE] } },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: [...SPECS, ...SPEC_SUPPORT, 'apps/api/src/platform/transactions.ts'],
    rules: { 'no-restricted-syntax': ['error', ...PARAMETERS, ONE_WAY, ONE_PATH] },
  },
  { files: ['apps/api/src/platform/connection.ts'], rules: { 'no-restricted-syntax': ['error', ...PARAMETERS, ONE_WAY] } },
  { files: ['apps/api/src/migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },

  {
    files: ANGULAR,
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/prefer-signals': 'error' },
  },
  {
    files: ANGULAR,
    ignores: [...SPECS, ...SPEC_SUPPORT],
    rules: { 'no-restricted-syntax': ['error', ...PARAMETERS, PRESSED_TWICE] },
  },
  {
    files: TEMPLATES.concat('**/*.component.html'),
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/prefer-control-flow': 'error',
      // The directive that writes a text in the reader's language is content.
      '@angular-eslint/template/elements-content': ['error', { allowList: ['uiText'] }],
    },
  },
);
