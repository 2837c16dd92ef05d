import type { OverviewView } from '@slusen/contracts';
import { lateValues } from './late-values.js';

const ABOUT = { reporting: 'period', owner: { sv: 'Miljö' }, arrival: 'by-file', source: 'SCB' } as const;

type Area = OverviewView['areas'][number];

function areaOf(...goals: readonly (readonly [slug: string, days?: number])[][]): Area {
  const indicator = ([slug, days]: readonly [string, number?]) => ({
    slug,
    name: { sv: slug },
    late: days && { values: [{ period: '2025', days }], ...ABOUT, told: { sv: '2025 är försenat', en: '2025 is overdue' } },
  });
  return { goals: goals.map((indicators) => ({ indicators: indicators.map(indicator) })) } as unknown as Area;
}

describe('late values', () => {
  it('are told once each, the one that is most late first', () => {
    const areas = [areaOf([['ny', 3], ['i-tid']], [['gammal', 209]]), areaOf([['ny', 3]])];
    expect(lateValues(areas).map(({ slug, days }) => [slug, days])).toEqual([
      ['gammal', 209],
      ['ny', 3],
    ]);
  });

  it('that are equally late stand by the alphabet, å after z', () => {
    expect(
      lateValues([
        areaOf([
          ['ål', 2],
          ['zebra', 2],
          ['abborre', 2],
        ]),
      ]).map(({ slug }) => slug),
    ).toEqual(['abborre', 'zebra', 'ål']);
  });

  it('say period, owner and how they are to come', () => {
    expect(lateValues([areaOf([['ny', 1]])])).toEqual([{ slug: 'ny', name: { sv: 'ny' }, period: '2025', days: 1, ...ABOUT }]);
  });
});
