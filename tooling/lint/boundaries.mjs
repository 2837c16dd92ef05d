/**
 * Who may import whom, as tables; docs/architecture.md draws the same picture. The rest of this file turns them into
 * options of lint rules, so that a boundary is changed in one place.
 */

/** Project → the workspace projects it may import, and the packages: `only` these, or all but `never`. */
const PROJECTS = {
  domain: { imports: [], only: ['jstat'] },
  contracts: { imports: ['domain'], only: ['zod'] },
  charts: { imports: ['domain', 'contracts'], only: ['chart.js'] },
  ui: { imports: ['domain', 'charts'], only: ['@angular/*', 'rxjs', 'chart.js', 'tslib'] },
  testing: { imports: ['domain', 'contracts'], only: [] },
  'embedded-postgres': { imports: [], only: ['pg'] },
  api: { imports: ['domain', 'contracts', 'charts', 'embedded-postgres'], never: ['@angular/*', '@nx/*', 'nx'] },
  dashboard: { imports: ['domain', 'contracts', 'ui', 'charts'], never: ['@nestjs/*', 'typeorm', 'pg', '@nx/*', 'nx'] },
  'dashboard-e2e': { imports: ['domain', 'contracts', 'testing'], never: ['@angular/*', '@nestjs/*', 'typeorm'] },
  tooling: { imports: ['domain', 'contracts', 'testing'], never: ['@angular/*', '@nestjs/*'] },
};

/** What only a spec may import besides: builders of the testing lib and generators of examples. */
const IN_SPECS = { imports: ['testing'], only: ['fast-check', '@angular/*', '@testing-library/dom', 'jasmine'] };

/** Folders of the API in the order a figure travels: each may import only those to its left; testing serves specs only. */
export const API_ORDER = [
  'migrations', 'platform', 'identity', 'organisation', 'strategy', 'indicators', 'targets', 'observations', 'masking', 'settings',
  'jobs', 'mail', 'people', 'rounds', 'set-up', 'cooperation', 'follow-up', 'public-pages', 'open-data', 'documents', 'reports', 'entries',
  'imports', 'reminders', 'handing-over', 'oversight', 'disposal', 'admin', 'connectors', 'drafting', 'reorganising', 'rendering', 'demo', 'integrity', 'commands',
  'testing',
]; // prettier-ignore

/** Rendered pages are public: what is not yet approved must be out of their reach, though its folder lies to their left. */
export const API_NEVER = { rendering: ['rounds', 'entries', 'imports'] };

/** What puts the API together imports every folder, so no folder may import it. */
const API_ROOT = ['main.ts', 'app.module.ts'];

/** Features of the dashboard that know nothing of each other; only the routes file imports them. */
export const DASHBOARD_FEATURES = [
  'public',
  'entry',
  'follow-up',
  'indicator-desk',
  'cooperation',
  'masking',
  'drafting',
  'admin',
  'settings',
  'oversight',
  'administration',
  'rounds',
  'importing',
];

/** Folders of the dashboard that every feature may use, and that therefore use none. */
export const DASHBOARD_BASE = ['data', 'identity', 'shell'];

/** Options of `@nx/enforce-module-boundaries`. */
export function projectRules({ inSpecs }) {
  return {
    allow: [],
    enforceBuildableLibDependency: false,
    depConstraints: Object.entries(PROJECTS).map(([name, rule]) => constraint(name, rule, inSpecs)),
  };
}

function constraint(name, { imports, only, never }, inSpecs) {
  const projects = [name, ...imports, ...(inSpecs ? IN_SPECS.imports : [])];
  return {
    sourceTag: `project:${name}`,
    onlyDependOnLibsWithTags: projects.map((project) => `project:${project}`),
    ...(only && { allowedExternalImports: [...only, ...(inSpecs ? IN_SPECS.only : [])] }),
    ...(never && { bannedExternalImports: never }),
  };
}

/** Zones of `import-x/no-restricted-paths`: folders within the API and within the dashboard. */
export function folderZones() {
  return [...apiZones(), ...dashboardZones()];
}

function apiZones() {
  const api = './apps/api/src';
  return API_ORDER.flatMap((folder, position) => {
    const forbidden = [...API_ORDER.slice(position + 1), ...(API_NEVER[folder] ?? []), ...API_ROOT];
    return forbidden.map((from) => ({
      target: `${api}/${folder}`,
      from: `${api}/${from}`,
      message: `${folder} comes before ${from} on a figure's way: import only what lies to the left (tooling/lint/boundaries.mjs).`,
    }));
  });
}

function dashboardZones() {
  const app = './apps/dashboard/src/app';
  const siblings = DASHBOARD_FEATURES.flatMap((feature) =>
    DASHBOARD_FEATURES.filter((other) => other !== feature).map((other) => [feature, other]),
  );
  const downwards = DASHBOARD_BASE.flatMap((base) => DASHBOARD_FEATURES.map((feature) => [base, feature]));
  return [...siblings, ...downwards].map(([target, from]) => ({
    target: `${app}/${target}`,
    from: `${app}/${from}`,
    message: `${target} does not know ${from}: what both need lies in data, or in a lib.`,
  }));
}

const NODE = { regex: '^node:', message: 'Pure code: no I/O, and it runs in a browser too.' };
const STUDENTS_T = { regex: '^jstat(/|$)', message: 'Only libs/domain/src/pace uses jstat.' };
const PACE = { regex: '^@slusen/domain/pace$', message: 'Public pages must not carry the statistics library: ask the API.' };
const CHARTS = {
  regex: '^(chart\\.js|ng2-charts)(/|$)',
  allowTypeImports: true,
  message: 'Types only: chart-setup.ts alone chooses what of Chart.js is loaded, late.',
};
const SCHEMAS = {
  regex: '^@slusen/contracts$',
  allowTypeImports: true,
  message: 'Types only: a schema brings all of zod to the browser. A rule that both sides need is a function of the domain.',
};
const HTTP = {
  regex: '^@angular/common/http$',
  importNamePattern: '^(HttpClient|httpResource)$',
  message: 'Only data/ knows addresses: put the call there.',
};

const SPEC_SCREEN = { regex: '^@slusen/ui/testing$', message: 'Only specs show components to themselves.' };
const TEST_SERVER = { regex: '^@slusen/embedded-postgres/testing$', message: 'Only specs make databases and throw them away.' };

const HANDED_ON = {
  regex: '^typeorm$',
  importNamePattern: '^EntityManager$',
  message: 'Nobody hands a transaction to anybody: what Transactions.run is given to do is in it (platform/transactions.ts).',
};

/** `[files, patterns of no-restricted-imports]`, where the later of two that fit a file wins. */
const PLACES = [
  ['libs/domain/src/**/*.ts', [NODE, STUDENTS_T]],
  ['libs/domain/src/pace/**/*.ts', [NODE]],
  ['libs/contracts/src/**/*.ts', [NODE]],
  ['libs/charts/src/**/*.ts', [NODE, CHARTS, PACE]],
  ['libs/ui/src/**/*.ts', [NODE, CHARTS, PACE, HTTP]],
  ['libs/ui/src/**/chart-setup.ts', [NODE, PACE, HTTP]],
  ['apps/api/src/**/*.ts', [TEST_SERVER, HANDED_ON]],
  ['apps/api/src/platform/transactions.ts', [TEST_SERVER]],
  ['apps/dashboard/src/**/*.ts', [CHARTS, PACE, HTTP, SCHEMAS, SPEC_SCREEN]],
  ['apps/dashboard/src/app/data/**/*.ts', [CHARTS, PACE, SCHEMAS, SPEC_SCREEN]],
  ['apps/dashboard/src/app/{entry,follow-up,admin}/**/*.ts', [CHARTS, HTTP, SCHEMAS, SPEC_SCREEN]],
];

/** One configuration per place; specs are free to read files and to stand in for a server. */
export function placeConfigs() {
  return PLACES.map(([files, patterns]) => ({
    files: [files],
    ignores: ['**/*.spec.ts', '**/*.fixtures.ts', '{apps/api,apps/dashboard,libs/ui}/src/testing/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  }));
}
