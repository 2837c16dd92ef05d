import type { SeriesView } from '@slusen/contracts';
import { brought, FigureDesk } from '../testing/figure-desk.js';
import { line } from '../testing/figure-file.js';

describe('an import that may make indicators', () => {
  let desk: FigureDesk;
  beforeAll(async () => (desk = await FigureDesk.open()), 120_000);
  afterAll(() => desk.close());

  const pointAt = async (period: string, indicator = 'foretagsbesok') =>
    (await desk.whole.visitor().get(`/api/indicators/${indicator}/series`))
      .json<SeriesView>()
      .points.find((point) => point.period === period);

  const made = (slug: string) =>
    desk.whole.rows<Record<string, unknown>>(
      'select d.* from indicator_definition d join indicator i on i.id = d.indicator_id where i.slug = $1',
      [slug],
    );

  it('makes them, and the areas, from what the file says', async () => {
    const path = await desk.files.rows(
      line({
        code: '0580',
        municipality: 'Linköping',
        indicator: 'Öppet arbetslösa 16–64 år',
        period: '2020K1',
        value: '3,25',
        unit: 'procent',
      }),
      line({
        code: '0000',
        municipality: 'Riket',
        indicator: 'Öppet arbetslösa 16–64 år',
        period: '2020K1',
        value: '4,5',
        unit: 'procent',
      }),
    );
    expect((await desk.run(path, { mayCreate: true })).newIndicators).toEqual(['oppet-arbetslosa-16-64-ar']);
    expect(await made('oppet-arbetslosa-16-64-ar')).toEqual([
      jasmine.objectContaining({
        name_sv: 'Öppet arbetslösa 16–64 år',
        unit_sv: 'procent',
        cadence: 'quarter',
        decimals: 2,
        direction: 'none',
        official_statistics: true,
      }),
    ]);
    expect(
      await desk.whole.rows(
        `select t.code, r.kind, r.name_sv, r.revision from territory t join territory_revision r on r.territory_id = t.id where t.code in ('0580', '0000') order by t.code`,
      ),
    ).toEqual([
      { code: '0000', kind: 'country', name_sv: 'Riket', revision: 1 },
      { code: '0580', kind: 'comparison', name_sv: 'Linköping', revision: 1 },
    ]);
    expect(brought(await desk.run(path, { mayCreate: true }))).toEqual([2, 0, 0, 2]);
  });

  it('takes no second cadence, unit or name for one of them', async () => {
    const first = { indicator: 'Cykelvägar', period: '2020', unit: 'meter' };
    const faultOf = async (cells: Record<string, string>) =>
      (await desk.refusal(await desk.files.rows(line(first), line({ ...first, ...cells })), { mayCreate: true }))[0]?.code;
    expect(await faultOf({ period: '2021K1' })).toBe('period.wrong-cadence');
    expect(await faultOf({ period: '2021', unit: 'km' })).toBe('unit.other');
    expect(await faultOf({ period: '2021', indicator: 'Cykelvagar' })).toBe('indicator.ambiguous');
  });

  it('does not mistake a new one for one that is there', async () => {
    const path = await desk.files.rows(line({ indicator: 'Folkmangd', period: '1650', unit: 'personer' }));
    const { newIndicators } = await desk.run(path, { mayCreate: true });
    expect(newIndicators).toEqual(['folkmangd-ar']);
    expect(await pointAt('1650', 'folkmangd')).toBeUndefined();
    expect(brought(await desk.run(path, { mayCreate: true }))).toEqual([1, 0, 0, 1]);
  });

  for (const [name, cells, code] of [
    ['an indicator without a name', { indicator: ' ' }, 'indicator.unnamed'],
    ['an indicator whose name has no letter', { indicator: '!?' }, 'indicator.unnamed'],
    ['an indicator whose name has no end', { indicator: 'x'.repeat(301) }, 'text.too-long'],
    ['a unit without end', { indicator: 'Mått', unit: 'x'.repeat(81) }, 'text.too-long'],
    ['an area without a code', { code: ' ' }, 'territory.unknown'],
    ['an area whose code has no end', { code: 'x'.repeat(21) }, 'text.too-long'],
    ['an area without a name', { code: '1234', municipality: '' }, 'territory.unnamed'],
  ] as const) {
    it(`makes none for ${name}`, async () => {
      const before = await desk.counts();
      expect((await desk.refusal(await desk.files.rows(line({ period: '1649-Q1', ...cells })), { mayCreate: true }))[0]?.code).toBe(code);
      expect(await desk.counts()).toEqual(before);
    });
  }
});
