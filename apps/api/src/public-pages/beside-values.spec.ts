import { NBSP, parsePeriod } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { besideValues } from './beside-values.js';

const breakdown = { kind: 'sex', groups: [], of: 'people', threshold: 5 } as const;
const indicator = { breakdown, rules: { decimals: 0, breaks: [] } } as unknown as Indicator;
const point = (period: string, value: number | undefined, missing: 'confidential' | 'non-response' = 'confidential') => ({
  ...({ period, quality: 'final', provenance: 'exact', revision: 1, source: 'Boken', recordedAt: '2026-01-01T00:00:00.000Z' } as const),
  ...(value === undefined ? { missing } : { value }),
});
const values = (points: ReturnType<typeof point>[], of: Indicator = indicator) =>
  besideValues(of, {
    points: [],
    parts: [
      { part: 'kvinnor', points },
      { part: 'män', points: [] },
    ],
  });
const drawn = (...args: Parameters<typeof values>) =>
  values(...args).lines?.map(({ label, points }) => [label.en, points.map(({ value }) => value)]);

describe('the parts of an indicator on its page', () => {
  it('are told by period in words, what is few as protected', () => {
    expect(values([point('2024', 1410), point('2025', undefined), point('2026', undefined, 'non-response')]).columns).toEqual([
      {
        head: { sv: 'Kvinnor', en: 'Women' },
        told: {
          2024: { sv: `1${NBSP}410`, en: '1,410' },
          2025: { sv: 'skyddat', en: 'protected' },
          2026: { sv: 'inget svar', en: 'no response' },
        },
      },
    ]);
  });

  it('are drawn as lines that end where nothing is told, named at their end', () => {
    expect(drawn([point('2022', 1), point('2023', 2), point('2024', undefined), point('2025', 3)])).toEqual([
      ['', [1, 2]],
      ['women', [3]],
    ]);
  });

  it('are drawn as lines that no break is within', () => {
    const breaks = [{ firstPeriod: parsePeriod('2024'), reason: { sv: 'Ny metod' } }];
    const broken = { ...indicator, rules: { ...indicator.rules, breaks } };
    expect(drawn([point('2023', 2), point('2024', 3)], broken)).toEqual([
      ['', [2]],
      ['women', [3]],
    ]);
  });

  it('stand beside margins of error and how many answered, where a figure has them', () => {
    const points = [{ ...point('2024', 3), margin: 0.5, respondents: 1204 }, point('2025', 4)];
    expect(besideValues({ ...indicator, rules: { ...indicator.rules, decimals: 1 } }, { points, parts: [] }).columns).toEqual([
      { head: { sv: 'Felmarginal', en: 'Margin of error' }, told: { 2024: { sv: '± 0,5', en: '± 0.5' } } },
      { head: { sv: 'Antal svar', en: 'Responses' }, told: { 2024: { sv: `1${NBSP}204`, en: '1,204' } } },
    ]);
  });

  it('stand beside the twelve months that are judged', () => {
    const rolling = [{ period: '2024', value: 1410, quality: 'final' } as const];
    expect(besideValues(indicator, { points: [], rolling, parts: [] }).columns).toEqual([
      { head: { sv: 'Tolv månader', en: 'Twelve months' }, told: { 2024: { sv: `1${NBSP}410`, en: '1,410' } } },
    ]);
  });

  it('are nothing where nothing is told of them', () => expect(values([])).toEqual({ columns: [], lines: undefined }));
});
