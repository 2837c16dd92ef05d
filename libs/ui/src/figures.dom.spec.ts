import { Component } from '@angular/core';
import { STATUSES, type Status } from '@slusen/domain';
import { DayPipe, PeriodPipe, WithUnitPipe } from './formats.js';
import { MomentPipe } from './moment.js';
import { Sparkline, type SparkPoint } from './sparkline.js';
import { StatusCounts } from './status-counts.js';
import { show } from './testing/index.js';
import { TrendArrow } from './trend-arrow.js';

const PEOPLE = { sv: 'invånare', en: 'inhabitants' };
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f\s]+/g, ' ').trim();

@Component({
  imports: [DayPipe, MomentPipe, PeriodPipe, WithUnitPipe],
  template: `
    <p>{{ 15327 | withUnit: of }}</p>
    <p>{{ '2026-Q3' | period }}</p>
    <p>{{ '2026-09-30' | day }}</p>
    <p>{{ '2026-12-31T23:30:00.000Z' | day }}</p>
    <p>{{ '2026-11-24T13:05:00.000Z' | moment }}</p>
  `,
})
class Written {
  readonly of = { unit: PEOPLE, decimals: 0 };
}

describe('What pages write with', () => {
  const lines = async (language: 'sv' | 'en'): Promise<string[]> => {
    const { element } = await show(Written, { language });
    return [...element.querySelectorAll('p')].map(({ innerText }) => plain(innerText));
  };

  it('is Swedish: numbers, periods, days and moments by the clock in Stockholm', async () => {
    expect(await lines('sv')).toEqual([
      '15 327 invånare',
      'kvartal 3 2026',
      '30 september 2026',
      '1 januari 2027',
      '24 november 2026 kl. 14.05',
    ]);
  });

  it('is English on an English page', async () => {
    const [figure, period, day] = await lines('en');
    expect([figure, period, day]).toEqual(['15,327 inhabitants', 'quarter 3 2026', '30 September 2026']);
  });
});

describe('StatusCounts', () => {
  const counts = (different: Partial<Record<Status, number>>) => ({
    ...Object.fromEntries(STATUSES.map((status) => [status, 0])),
    ...different,
  });
  const items = (element: HTMLElement): string[] => [...element.querySelectorAll('li')].map(({ innerText }) => innerText.trim());

  it('says how many of each there are, best first, and nothing of what there is none of', async () => {
    const { element } = await show(StatusCounts, { inputs: { counts: counts({ 'on-track': 2, 'at-risk': 1, 'not-assessable': 3 }) } });
    expect(items(element)).toEqual(['2 indikatorer i fas', '1 indikator nära', '3 indikatorer kan inte bedömas']);
  });

  it('calls goals partly on track what is near for an indicator', async () => {
    const { element } = await show(StatusCounts, { inputs: { counts: counts({ 'at-risk': 2, 'off-track': 1 }), ofGoals: true } });
    expect(items(element)).toEqual(['2 mål delvis i fas', '1 mål ur fas']);
  });

  it('is an empty list where there is nothing to count', async () => {
    const { element } = await show(StatusCounts, { inputs: { counts: counts({}) } });
    expect(items(element)).toEqual([]);
  });
});

describe('TrendArrow', () => {
  const trends = [
    ['improving', 'up', 'Trend: förbättras'],
    ['worsening', 'down', 'Trend: försämras'],
    ['rising', 'up', 'Trend: ökar'],
    ['falling', 'down', 'Trend: minskar'],
    ['no-clear-trend', 'level', 'Trend: ingen tydlig trend'],
  ] as const;
  for (const [word, way, words] of trends) {
    it(`says "${words}" beside an arrow that is not read aloud`, async () => {
      const { element } = await show(TrendArrow, { inputs: { trend: { word, way } } });
      expect(plain(element.innerText)).toBe(words);
      expect(element.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    });
  }

  it('points another way for each way', async () => {
    const { element, give } = await show(TrendArrow, { inputs: { trend: { word: 'rising', way: 'up' } } });
    const drawn = new Set<string | null | undefined>();
    for (const way of ['up', 'down', 'level']) {
      await give({ trend: { word: 'rising', way } });
      drawn.add(element.querySelector('path')?.getAttribute('d'));
    }
    expect(drawn.size).toBe(3);
  });

  it('is its label alone, before a reason, where there is no trend', async () => {
    const { element } = await show(TrendArrow, { inputs: { trend: undefined } });
    expect([plain(element.innerText), element.querySelector('svg')]).toEqual(['Trend:', null]);
  });
});

describe('Sparkline', () => {
  type Line = readonly (readonly number[])[];
  const at = (position: number, value: number | null): SparkPoint => ({ position, value });
  const linesIn = (element: HTMLElement): readonly Line[] =>
    [...element.querySelectorAll('polyline')].map((line) =>
      (line.getAttribute('points') ?? '').split(' ').map((point) => point.split(',').map(Number)),
    );
  const showLines = async (points: readonly SparkPoint[], cuts: readonly number[] = []): Promise<readonly Line[]> =>
    linesIn((await show(Sparkline, { inputs: { points, cuts } })).element);

  it('runs from left to right, higher for more', async () => {
    const [line = []] = await showLines([at(0, 1), at(6, 3), at(12, 2)]);
    const [first, second, third] = line;
    expect([first?.[0], third?.[0]]).toEqual([3, 97]);
    expect(second?.[1]).toBeLessThan(third?.[1] ?? 0);
    expect(third?.[1]).toBeLessThan(first?.[1] ?? 0);
  });

  it('is cut by a value that is missing', async () => {
    expect((await showLines([at(0, 1), at(1, 2), at(2, null), at(3, 1), at(4, 2)])).map(({ length }) => length)).toEqual([2, 2]);
  });

  it('is cut by a break in the series', async () => {
    expect((await showLines([at(0, 1), at(1, 2), at(2, 3), at(3, 1)], [2])).map(({ length }) => length)).toEqual([2, 2]);
  });

  it('draws no line of one value', async () => {
    expect(await showLines([at(0, 1), at(1, null), at(2, 3)])).toEqual([]);
  });

  it('is level where values are equal', async () => {
    const [level = []] = await showLines([at(0, 5), at(1, 5)]);
    expect(level.map(([, y]) => y)).toEqual([15, 15]);
  });
});
