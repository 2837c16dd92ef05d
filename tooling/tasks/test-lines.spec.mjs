import { countLines, lineOf } from './test-lines.mjs';

describe('Lines of tests', () => {
  it('are those of specs, of their fixtures and of what only specs use; migrations count on neither side', () => {
    const files = [
      ['libs/domain/src/a.ts', 'one\n\ntwo\n'],
      ['libs/domain/src/a.spec.ts', '1\n2\n3\n'],
      ['apps/api/src/a.fixtures.ts', '4\n'],
      ['apps/api/src/testing/office.ts', '5\n  \n'],
      ['tooling/testing.mjs', 'three'],
      ['apps/api/src/migrations/1795428000000-CreateTables.ts', 'history\n'],
      ['apps/api/src/migrations/index.ts', 'four\n'],
      ['apps/api/src/migrations/migrations.api.spec.ts', '6\n'],
    ];
    expect(countLines(files)).toEqual({ test: 6, production: 4 });
  });

  const cases = [
    ['domain', { test: 99, production: 100 }, 'domain: 99 lines of tests for 100 (0.99, below 1)'],
    ['domain', { test: 100, production: 100 }, 'domain: 100 lines of tests for 100 (1.00, at least 1)'],
    ['ui', { test: 50, production: 100 }, 'ui: 50 lines of tests for 100 (0.50, below 0.6)'],
    ['charts', { test: 1, production: 4 }, 'charts: 1 lines of tests for 4 (0.25)'],
  ];
  for (const [project, counts, said] of cases) {
    it(`are told as "${said}"`, () => expect(lineOf(project, counts)).toBe(said));
  }
});
