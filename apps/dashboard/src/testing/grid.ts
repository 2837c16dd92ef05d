import type { GridCell, GridEntry, GridRow, GridView } from '@slusen/contracts';

/** A draft of the reader's own in a cell. */
export function aGridEntry(different: Partial<GridEntry> = {}): GridEntry {
  return { id: '5a0f1c2e-0000-4000-8000-000000000001', version: 1, state: 'draft', by: 'Anna Lindeborg', isOwn: true, ...different };
}

/** Visits to the library in the municipality, its cells as they are given. */
export function aGridRow(cells: readonly GridCell[], different: Partial<GridRow> = {}): GridRow {
  return {
    indicator: { slug: 'besok', name: { sv: 'Besök på biblioteket' } },
    unit: { sv: 'besök' },
    decimals: 0,
    reporting: 'period',
    isExample: false,
    department: { slug: 'kultur', name: { sv: 'Kulturförvaltningen' } },
    territory: { code: '0884', name: { sv: 'Vimmerby' } },
    breakdown: '',
    goals: [],
    cells: [...cells],
    ...different,
  };
}

/** Three quarters of some rows. */
export function aGrid(rows: readonly GridRow[], different: Partial<GridView> = {}): GridView {
  return {
    cadence: 'quarter',
    cadences: ['quarter'],
    periods: ['2026-Q1', '2026-Q2', '2026-Q3'],
    latest: '2026-Q3',
    goals: [],
    rows: [...rows],
    ...different,
  };
}
