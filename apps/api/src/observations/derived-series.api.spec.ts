import { parsePeriod, periodPosition, type Formula } from '@slusen/domain';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import type { AsOf } from '../platform/as-of.js';
import { collectReads } from '../platform/read-tags.js';
import { NOW } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { Publications } from './publications.js';
import { SeriesQuery } from './series.query.js';

const now: AsOf = { today: '2026-11-23', known: undefined };
const OWN = { territory: '0884' };

describe('a derived series', () => {
  let test: TestApplication;
  let series: SeriesQuery;
  let made = 0;
  beforeAll(async () => {
    test = await testApplication([], { now: NOW });
    series = test.app.get(SeriesQuery);
    const municipality = await test.seed.territory('0884', { name: 'Vimmerby' });
    for (const code of ['0884-tuna', '0884-gullringen']) await test.seed.territory(code, { kind: 'locality', parent: municipality });
    await test.seed.territory('0883', { kind: 'comparison' });
  }, 120_000);
  afterAll(() => test.close());

  const measured = async (): Promise<{ slug: string; id: number }> => {
    const slug = `del-${++made}`;
    return { slug, id: await test.seed.indicator(slug, { nameSv: `Del ${made}` }) };
  };
  /** As a use case would, which tells whoever keeps definitions. */
  const defined = async (slug: string, formula: Formula): Promise<number> => {
    const id = await test.seed.indicator(slug, { formula, sourceName: 'Egen beräkning' });
    test.app.get(Publications).announce('everything');
    return id;
  };
  /** Two parts, and what is computed from them. */
  const computed = async (kind: Formula['kind'] = 'sum') => {
    const [one, other] = [await measured(), await measured()];
    const slug = `raknas-${made}`;
    const id = await defined(slug, { kind, parts: [one.slug, other.slug] });
    return { one, other, slug, id };
  };
  const valuesOf = (
    points: readonly { readonly period: string; readonly value?: number | undefined; readonly missing?: string | undefined }[] = [],
  ) => Object.fromEntries(points.map(({ period, value, missing }) => [period, value ?? missing]));

  it('is computed from its parts, by its id as by its name, and says how', async () => {
    const { one, other, id, slug } = await computed('share');
    await test.seed.figures({ indicator: one.id }, { 2023: 1, 2024: 2, 2025: 'confidential' });
    await test.seed.figures({ indicator: other.id }, { 2024: 8, 2025: 8, 2026: 8 });
    const points = await series.points({ indicatorId: id, ...OWN }, now);
    expect(points).toEqual([
      jasmine.objectContaining({
        period: '2024',
        value: 25,
        provenance: 'derived',
        provenanceNote: '2 / 8 × 100',
        revision: 1,
        source: 'Egen beräkning',
      }),
      jasmine.objectContaining({ period: '2025', missing: 'confidential', provenance: 'derived' }),
    ]);
    expect(await series.named(slug, OWN, now)).toEqual(points);
    expect(await series.ofIndicators([id, one.id], '0884', now)).toEqual(
      new Map([
        [one.id, await series.points({ indicatorId: one.id, ...OWN }, now)],
        [id, points],
      ]),
    );
    const ends = await series.ends(new Map([[id, 1]]), { territory: '0884', until: periodPosition(parsePeriod('2026-M10')) }, now);
    expect(ends).toEqual(new Map([[id, points]]));
  });

  it('is computed for other places where each part has figures of them, and for parts of a breakdown', async () => {
    const { one, other, id } = await computed();
    for (const [territory, value] of [
      ['0884-tuna', 1],
      ['0883', 10],
    ] as const) {
      await test.seed.figures({ indicator: one.id, territory }, { 2025: value });
      await test.seed.figures({ indicator: other.id, territory }, { 2025: value });
    }
    await test.seed.figures({ indicator: one.id, territory: '0884-gullringen' }, { 2025: 7 });
    for (const part of [one, other]) await test.seed.figures({ indicator: part.id, breakdown: 'kon=kvinnor' }, { 2025: 3 });
    const [parts, others] = [await series.ofParts(id, '0884', now), await series.ofOthers({ indicatorId: id, ...OWN }, now, 8)];
    expect([...parts].map(([code, points]) => [code, valuesOf(points)])).toEqual([['0884-tuna', { 2025: 2 }]]);
    expect([...others].map(([code, points]) => [code, valuesOf(points)])).toEqual([['0883', { 2025: 20 }]]);
    expect(valuesOf(await series.points({ indicatorId: id, ...OWN, breakdown: 'kon=kvinnor' }, now))).toEqual({ 2025: 6 });
  });

  it('is computed from what is computed, breaks where any of them does, and changes with each', async () => {
    const { one, other, slug } = await computed('difference');
    const third = await measured();
    const id = await defined(`over-${made}`, { kind: 'per-thousand', parts: [slug, third.slug] });
    await test.seed.figures({ indicator: one.id }, { 2025: 30 });
    await test.seed.figures({ indicator: other.id }, { 2025: 10 });
    await test.seed.figures({ indicator: third.id }, { 2025: 4000 });
    await test.seed.seriesBreak(one.id, '2020', 'Ny metod.');
    const { answer, tags } = await collectReads(() => series.points({ indicatorId: id, ...OWN }, now));
    expect(valuesOf(answer)).toEqual({ 2025: 5 });
    expect([...tags].sort()).toEqual([one, other, third, { slug }].map((part) => `indicator:${part.slug}` as const).sort());
    const [indicator] = (await test.app.get(IndicatorQuery).byIds([id], now)).values();
    expect(indicator?.rules.breaks.map(({ reason }) => reason.sv)).toEqual([`${slug}: Del ${made - 2}: Ny metod.`]);
  });

  it('is public when every part is, revised with each, and as it was known at any moment', async () => {
    const { one, other, id } = await computed();
    await test.seed.figures({ indicator: one.id }, { 2025: 1 });
    await test.seed.figures({ indicator: other.id }, { 2025: 2 });
    await test.recordedAt('2026-03-01T08:00:00.000Z');
    await test.seed.figures({ indicator: one.id }, { 2025: 5 }, { revision: 2 });
    await test.seed.figures({ indicator: one.id }, { 2024: 1 });
    await test.seed.figures({ indicator: other.id }, { 2024: 1 }, { publishAt: new Date('2999-01-01') });
    const points = await series.points({ indicatorId: id, ...OWN }, now);
    expect(points.map(({ period, value, revision }) => [period, value, revision])).toEqual([['2025', 7, 2]]);
    const known = (moment: string) => series.points({ indicatorId: id, ...OWN }, { today: '2026-03-02', known: moment });
    expect(valuesOf(await known('2026-03-02T00:00:00.000Z'))).toEqual({ 2025: 3 });
    expect(await known('2026-02-01T00:00:00.000Z')).toEqual([]);
  });
});
