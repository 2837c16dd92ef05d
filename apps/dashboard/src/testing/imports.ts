import type { ImportOutcome, ImportView } from '@slusen/contracts';

const WHEN = '2026-10-06T08:00:00.000Z';

/** A file of two figures that was sent, and that nothing was said of yet. */
export function anImport(different: Partial<ImportView> = {}): ImportView {
  return {
    ...{ id: '6b7c3f4e-3c55-4f0a-8d0b-0b1a4d7f9a01', version: 1, file: 'besök.csv', bytes: 120, at: WHEN, state: 'open', source: '' },
    by: { id: '6b7c3f4e-3c55-4f0a-8d0b-0b1a4d7f9a02', name: 'Anna Lindeborg' },
    choices: {
      ...{ source: '', accept: [], round: false },
      mapping: { columns: { municipality: { column: 'Kommun' }, period: { column: 'År' } }, breakdown: [], only: {}, marks: {} },
    },
    found: {
      ...{ kind: 'csv', separator: ';', encoding: 'utf-8', decimal: ',', headerRow: 3, sheets: [], periods: [], refused: [] },
      headings: ['Kommun', 'År', 'Antal'],
      sample: [['Vimmerby', '2025', '12']],
    },
    sha256: '00',
    departments: [{ slug: 'kultur', name: { sv: 'Kulturförvaltningen' } }],
    awaitsReader: false,
    isOfficial: false,
    may: ['check', 'discard'],
    mayChange: true,
    ...different,
  };
}

/** What checking it came to. */
export function anOutcome(different: Partial<ImportOutcome> = {}): ImportOutcome {
  return { rows: 2, added: 1, changed: 1, unchanged: 0, refused: 0, rounded: 0, notes: [], questions: [], ...different };
}
