import { chartLook, LIGHT, NARROW, WIDE } from './look.js';
import { aPoint, aSeries, at, POPULATION_TARGET, quarters, years } from './series.fixtures.js';
import { type SeriesChartInput } from './series.js';
import { timeAxis } from './time-axis.js';

function labels(input: SeriesChartInput, size = WIDE): (string | string[])[] {
  return timeAxis(input, chartLook(LIGHT, size))
    .ticks.map(({ label }) => label)
    .filter((label) => label !== '');
}

const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

describe('timeAxis', () => {
  it('names every quarter when there is room', () => {
    expect(labels(aSeries({ points: quarters(2026, [1, 2, 3]) }))).toEqual([
      ['kv 1', '2026'],
      ['kv 2', '2026'],
      ['kv 3', '2026'],
    ]);
    expect(labels(aSeries({ points: quarters(2026, [1, 2]), language: 'en' }))).toEqual([
      ['Q1', '2026'],
      ['Q2', '2026'],
    ]);
  });

  it('names every second quarter on a telephone, the last one among them', () => {
    expect(labels(aSeries({ points: quarters(2025, ones(8)) }), NARROW).at(-1)).toEqual(['kv 4', '2026']);
    expect(labels(aSeries({ points: quarters(2025, ones(8)) }), NARROW).length).toBeLessThanOrEqual(8);
  });

  it('names months, every third when there are many', () => {
    const months = Array.from({ length: 24 }, (_, index) =>
      aPoint(`${2024 + Math.floor(index / 12)}-M${String((index % 12) + 1).padStart(2, '0')}`, 1),
    );
    expect(labels(aSeries({ points: months })).at(-1)).toEqual(['dec', '2025']);
    expect(labels(aSeries({ points: months })).length).toBeLessThanOrEqual(12);
  });

  it('names years in the middle of their four quarters when the series is long', () => {
    const { ticks } = timeAxis(aSeries({ points: quarters(2010, ones(64)) }), chartLook(LIGHT, WIDE));
    const year = ticks.find(({ label }) => label === '2012');
    expect(year).toEqual({ position: (at('2012-Q1') + at('2012-Q4')) / 2, label: '2012', hasMark: false });
    expect(ticks.some(({ position, label, hasMark }) => label === '' && hasMark && position === at('2011-Q4') + 1.5)).toBeTrue();
  });

  it('names exactly the years that were measured, and the end of the target', () => {
    const elections = ['2014', '2018', '2022'].map((year) => aPoint(year, 85));
    expect(labels(aSeries({ points: elections }))).toEqual(['2014', '2018', '2022']);
    expect(labels(aSeries({ points: years(2022, [1, 2, 3, 4]), target: POPULATION_TARGET })).at(-1)).toBe('2030');
  });

  it('names round years in a series of 76', () => {
    expect(labels(aSeries({ points: years(1950, ones(76)) }), NARROW)).toEqual(['1960', '1980', '2000', '2020']);
  });

  it('leaves every label its room', () => {
    for (const size of [WIDE, NARROW]) {
      for (const count of [2, 5, 9, 14, 30, 76, 120]) {
        const { min, max, ticks } = timeAxis(aSeries({ points: years(1906, ones(count)) }), chartLook(LIGHT, size));
        const pixels = ticks.map(({ position }) => ((position - min) / (max - min)) * size.width * 0.86);
        const gaps = pixels.slice(1).map((pixel, index) => pixel - pixels[index]!);
        expect(Math.min(...gaps, Infinity))
          .withContext(`${count} years at ${size.width} px`)
          .toBeGreaterThan(size.fontSize * 2.5);
      }
    }
  });
});
