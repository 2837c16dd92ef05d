import { parsePeriod, periodPosition, type MissingKind } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { NOW } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { observationOf } from './recorded-series.query.js';
import { SeriesQuery } from './series.query.js';

const now: AsOf = { today: '2026-11-23', known: undefined };
/** Until the last month that is over then. */
const WHERE = { territory: '0884', until: periodPosition(parsePeriod('2026-M10')) };

describe('series', () => {
  let test: TestApplication;
  let series: SeriesQuery;
  let made = 0;
  beforeAll(async () => {
    test = await testApplication([], { now: NOW });
    series = test.app.get(SeriesQuery);
    const municipality = await test.seed.territory('0884', { name: 'Vimmerby' });
    for (const code of ['0884-tuna', '0884-gullringen']) await test.seed.territory(code, { kind: 'locality', parent: municipality });
    await test.seed.territory('0883', { kind: 'comparison' });
    await test.seed.territory('00', { kind: 'country' });
  }, 120_000);
  afterAll(() => test.close());

  const newIndicator = (different: Parameters<typeof test.seed.indicator>[1] = {}) => test.seed.indicator(`serie-${++made}`, different);
  type Figures = Record<string, number | MissingKind>;
  const years = (from: number, to: number): Figures =>
    Object.fromEntries(Array.from({ length: to - from + 1 }, (_, at) => [from + at, from + at]));
  const periodsOf = (points: readonly { readonly period: string }[] | undefined) => points?.map(({ period }) => period);

  it('are in the order of time, also where a year, its quarters and months stand in one', async () => {
    const indicator = await newIndicator();
    await test.seed.figures({ indicator }, { '2025-M02': 1, '2024-Q4': 2, '2025-Q1': 3, 2023: 4, '2025-M01': 5 });
    expect(periodsOf(await series.points({ indicatorId: indicator, territory: '0884' }, now))).toEqual([
      '2023',
      '2024-Q4',
      '2025-M01',
      '2025-M02',
      '2025-Q1',
    ]);
  });

  it('of several indicators are read at once, those without a figure being none', async () => {
    const [one, other, empty] = [await newIndicator(), await newIndicator(), await newIndicator()];
    await test.seed.figures({ indicator: one }, years(2020, 2022));
    await test.seed.figures({ indicator: other }, { 2021: 'confidential' });
    await test.seed.figures({ indicator: empty }, { 2021: 1 }, { publishAt: new Date('2999-01-01') });
    const found = await series.ofIndicators([one, other, empty, 999_999], '0884', now);
    expect([...found].map(([id, points]) => [id, periodsOf(points)])).toEqual(
      jasmine.arrayWithExactContents([
        [one, ['2020', '2021', '2022']],
        [other, ['2021']],
      ]),
    );
    expect(await series.ofIndicators([], '0884', now)).toEqual(new Map());
  });

  it('say when the public got a figure that waited for its time, and nothing more of one that did not', async () => {
    const indicator = await newIndicator();
    await test.seed.figures({ indicator }, { 2024: 1 });
    await test.seed.figures({ indicator }, { 2025: 2 }, { publishAt: new Date('2999-01-01T07:00:00Z') });
    const points = await series.points({ indicatorId: indicator, territory: '0884' }, { ...now, known: '2999-06-01T00:00:00.000Z' });
    expect(points.map(({ publishedAt }) => publishedAt)).toEqual([undefined, '2999-01-01T07:00:00.000Z']);
  });

  it('are found by the name in addresses too, and are empty where nothing has it', async () => {
    const indicator = await newIndicator();
    await test.seed.figures({ indicator }, { 2024: 7 });
    const named = await series.named(`serie-${made}`, { territory: '0884' }, now);
    expect(named).toEqual(await series.points({ indicatorId: indicator, territory: '0884' }, now));
    for (const [slug, territory] of [
      ['ingen', '0884'],
      [`serie-${made}`, 'ingenstans'],
      [`serie-${made}`, '0883'],
    ] as const)
      expect(await series.named(slug, { territory }, now)).toEqual([]);
  });

  // Figures, months back from the latest value, and what is read. Today is 23 November 2026.
  const ends: readonly [what: string, figures: Figures, months: number, periods: string[]][] = [
    ['the latest value alone', years(2020, 2025), 1, ['2025']],
    ['so many months back', years(2020, 2025), 25, ['2023', '2024', '2025']],
    ['everything where it is shorter than that', years(2024, 2025), 999, ['2024', '2025']],
    ['back from the last real value, past those that are missing', { ...years(2020, 2023), 2024: 'confidential', 2025: 'non-response' }, 1, ['2023', '2024', '2025']],
    ['the missing ones where there never was a value', { 2024: 'confidential', 2025: 'non-response' }, 1, ['2024', '2025']],
    ['back from today where values stand ahead of their time', years(2020, 2028), 1, ['2025', '2026', '2027', '2028']],
  ]; // prettier-ignore
  for (const [what, figures, months, periods] of ends) {
    it(`end in ${what}`, async () => {
      const indicator = await newIndicator();
      await test.seed.figures({ indicator }, figures);
      const found = await series.ends(new Map([[indicator, months]]), WHERE, now);
      expect(periodsOf(found.get(indicator))).toEqual(periods);
    });
  }

  it('end each by its own number of months, and alike with the whole series', async () => {
    const [short, long] = [await newIndicator(), await newIndicator()];
    for (const indicator of [short, long]) await test.seed.figures({ indicator }, years(2015, 2025));
    const found = await series.ends(
      new Map([
        [short, 12],
        [long, 60],
      ]),
      WHERE,
      now,
    );
    expect([found.get(short)?.length, found.get(long)?.length]).toEqual([1, 5]);
    const whole = await series.points({ indicatorId: long, territory: '0884' }, now);
    expect(found.get(long)).toEqual(whole.slice(-5));
    expect(await series.ends(new Map(), WHERE, now)).toEqual(new Map());
  });

  it('of the parts of a municipality are its localities’, and of others everybody else’s', async () => {
    const indicator = await newIndicator();
    for (const [at, territory] of ['0884', '0884-tuna', '0884-gullringen', '0883', '00'].entries())
      await test.seed.figures({ indicator, territory }, { 2024: at });
    const valuesOf = (found: ReadonlyMap<string, readonly { readonly value?: number | undefined }[]>) =>
      Object.fromEntries([...found].map(([code, points]) => [code, points.map(({ value }) => value)]));
    expect(valuesOf(await series.ofParts(indicator, '0884', now))).toEqual({ '0884-tuna': [1], '0884-gullringen': [2] });
    expect(valuesOf(await series.ofOthers({ indicatorId: indicator, territory: '0884' }, now))).toEqual({ '0883': [3], '00': [4] });
    expect(valuesOf(await series.ofOthers({ indicatorId: indicator, territory: '0883' }, now))).toEqual({
      '0884': [0],
      '0884-tuna': [1],
      '0884-gullringen': [2],
      '00': [4],
    });
    expect(valuesOf(await series.ofParts(indicator, '0883', now))).toEqual({});
  });

  it('of others end with the latest periods that are asked for, however often one was corrected', async () => {
    const indicator = await newIndicator();
    await test.seed.figures({ indicator, territory: '0883' }, { 2021: 1, 2022: 2, 2023: 3, 2024: 4 });
    await test.seed.figures({ indicator, territory: '0883' }, { 2024: 5 }, { revision: 2, reason: 'Rättat' });
    const latest = async (periods?: number) =>
      (await series.ofOthers({ indicatorId: indicator, territory: '0884' }, now, periods)).get('0883')?.map(({ value }) => value);
    expect([await latest(), await latest(2), await latest(4), await latest(9)]).toEqual([
      [1, 2, 3, 5],
      [3, 5],
      [1, 2, 3, 5],
      [1, 2, 3, 5],
    ]);
  });

  it('become observations of the rules: periods are periods, and a figure that says nothing is not published yet', () => {
    const point = {
      period: '2024-Q3',
      quality: 'final',
      provenance: 'exact',
      revision: 2,
      source: 'SCB',
      recordedAt: '2024-11-01T08:00:00.000Z',
    } as const;
    const { period: _, ...rest } = point;
    const period = parsePeriod('2024-Q3');
    expect(observationOf({ ...point, value: 0 })).toEqual({ ...rest, period, value: 0 });
    expect(observationOf({ ...point, missing: 'confidential' })).toEqual({ ...rest, period, missing: 'confidential' });
    expect(observationOf(point)).toEqual({ ...rest, period, missing: 'not-yet-published' });
  });
});
