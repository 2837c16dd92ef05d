import { type Localized } from '../language.js';
import { parsePeriod } from '../time/period-code.js';
import { seriesFinding } from './series-finding.js';

interface Case {
  readonly values: Readonly<Record<string, number | undefined>>;
  readonly unit?: Localized;
  readonly decimals?: number;
  readonly breaks?: readonly string[];
  readonly breakBefore?: string;
}

function said({
  values,
  unit = { sv: 'invånare', en: 'inhabitants' },
  decimals = 0,
  breaks = [],
  breakBefore,
}: Case): (string | undefined)[] {
  const points = Object.entries(values).map(([code, value]) => {
    const period = parsePeriod(code);
    return value === undefined ? ({ period, missing: 'not-measured' } as const) : { period, value };
  });
  const cuts = breaks.map((code) => ({ firstPeriod: parsePeriod(code), reason: { sv: 'Ny metod' } }));
  const before = breakBefore === undefined ? undefined : { firstPeriod: parsePeriod(breakBefore), reason: { sv: 'Ny metod' } };
  const rules = { decimals, breaks: cuts, reporting: 'period' } as const;
  return (['sv', 'en'] as const).map((language) =>
    seriesFinding({ rules, unit, points, breakBefore: before }, language)?.replaceAll('\u00a0', ' '),
  );
}

describe('seriesFinding', () => {
  const cases: [what: string, given: Case, sv: string, en: string][] = [
    ['compares the last value with the first', { values: { 1950: 18158, 2024: 15384, 2025: 15327 } }, '2 831 färre 2025 än 1950', '2,831 fewer in 2025 than in 1950'],
    ['leaves a missing end out', { values: { 2019: 10, 2024: 12, 2025: undefined } }, '2 fler 2024 än 2019', '2 more in 2024 than in 2019'],
    ['speaks of percentage points', { values: { 2014: 86.62, 2022: 88.22 }, unit: { sv: '%' }, decimals: 2 }, '1,60 procentenheter högre 2022 än 2014', '1.60 percentage points higher in 2022 than in 2014'],
    ['speaks of places in a ranking', { values: { 2021: 220, 2025: 179 }, unit: { sv: 'placering' } }, '41 placeringar bättre 2025 än 2021', '41 places better in 2025 than in 2021'],
    ['compares July with July', { values: { '2024-M01': 1, '2024-M07': 36, '2025-M07': 40 } }, '4 fler i juli 2025 än i juli 2024', '4 more in July 2025 than in July 2024'],
    ['crosses no break', { values: { 2022: 78, 2023: 81, 2024: 74, 2025: 75 }, unit: { sv: 'index' }, breaks: ['2024'] }, '1 indexenhet högre 2025 än 2024', '1 index point higher in 2025 than in 2024'],
    ['says that nothing has changed', { values: { 2019: 5, 2020: 9, 2021: 5 } }, 'Samma värde 2021 som 2019', 'The same value in 2021 as in 2019'],
    ['says that there is one value only', { values: { 2024: 74 }, unit: { sv: 'index' } }, 'Bara en mätning: index 74 år 2024', 'Only one measurement: index 74 in 2024'],
    ['says why it cannot be compared with others, and not once more the value that the page is headed by', { values: { 2023: 81, 2024: 74 }, unit: { sv: 'index' }, breaks: ['2024'], breakBefore: '2024' }, 'Serien har ett brott 2024: värden före och efter kan inte jämföras', 'The series has a break in 2024: values before and after it cannot be compared'],
    ['says the same of one that other seasons are not compared with', { values: { '2024-Q3': 81, '2024-Q4': 74 }, unit: { sv: 'index' } }, 'Index 74 kvartal 4 2024, inget värde att jämföra med', 'Index 74 in quarter 4 2024, no value to compare with'],
  ]; // prettier-ignore
  for (const [what, given, sv, en] of cases) it(what, () => expect(said(given)).toEqual([sv, en]));

  it('says nothing without a value', () => expect(said({ values: { 2025: undefined } })).toEqual([undefined, undefined]));
});
