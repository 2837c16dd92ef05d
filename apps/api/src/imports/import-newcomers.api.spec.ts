import { ANYTHING, brought, FigureDesk, NOTHING } from '../testing/figure-desk.js';
import { line } from '../testing/figure-file.js';

describe('an import that may make indicators', () => {
  let desk: FigureDesk;
  beforeAll(async () => (desk = await FigureDesk.open()), 120_000);
  afterAll(() => desk.close());

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
    expect((await desk.run(path, { mayCreate: ANYTHING })).newIndicators).toEqual(['oppet-arbetslosa-16-64-ar']);
    expect(await made('oppet-arbetslosa-16-64-ar')).toEqual([
      jasmine.objectContaining({
        name_sv: 'Öppet arbetslösa 16–64 år',
        unit_sv: 'procent',
        cadence: 'quarter',
        decimals: 2,
        direction: 'none',
        official_statistics: false,
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
    expect(brought(await desk.run(path, { mayCreate: ANYTHING }))).toEqual([2, 0, 0, 2]);
  });

  it('takes no second cadence, unit or name for one of them', async () => {
    const first = { indicator: 'Cykelvägar', period: '2020', unit: 'meter' };
    const faultOf = async (cells: Record<string, string>) =>
      (await desk.refusal(await desk.files.rows(line(first), line({ ...first, ...cells })), { mayCreate: ANYTHING }))[0]?.code;
    expect(await faultOf({ period: '2021K1' })).toBe('period.wrong-cadence');
    expect(await faultOf({ period: '2021', unit: 'km' })).toBe('unit.other');
    expect(await faultOf({ period: '2021', indicator: 'Cykelvagar' })).toBe('indicator.ambiguous');
  });

  describe('refuses what is a known one written otherwise, and names that one:', () => {
    const visits = (cells: Record<string, string>): string => line({ period: '1648-Q1', ...cells });
    const codeFault = 'the code of the area is a known one written otherwise, as without its noughts (let the spreadsheet keep it as text)';
    const nameFault = 'the name of the area belongs to another code; use that one';
    const spelled = 'the indicator is spelled almost as another one; use its exact name';
    const cases: readonly (readonly [what: string, cells: Record<string, string>, fault: string])[] = [
      ['a code without its noughts', { code: '884' }, `municipality_code: ${codeFault} (area: 884; expected: 0884)`],
      [
        'a code in other letters',
        { code: '0884-FRODINGE' },
        `municipality_code: ${codeFault} (area: 0884-FRODINGE; expected: 0884-frodinge)`,
      ],
      ['a new code with a known name', { code: '0999' }, `municipality_code: ${nameFault} (area: 0999; name: Vimmerby; expected: 0884)`],
      [
        'a new code with a known name in other letters',
        { code: '0999', municipality: ' FRÖDINGE' },
        `municipality_code: ${nameFault} (area: 0999; name: FRÖDINGE; expected: 0884-frodinge)`,
      ],
      ['a name in other case', { indicator: 'FÖRETAGSBESÖK' }, `indicator: ${spelled} (indicator: FÖRETAGSBESÖK; known: Företagsbesök)`],
      [
        'a name with other spaces',
        { indicator: 'Företags besök' },
        `indicator: ${spelled} (indicator: Företags besök; known: Företagsbesök)`,
      ],
      [
        'a name whose letters are composed otherwise',
        { indicator: 'Företagsbesök'.normalize('NFD') },
        `indicator: ${spelled} (indicator: ${'Företagsbesök'.normalize('NFD')}; known: Företagsbesök)`,
      ],
      ['a slug in other case', { indicator: 'Foretagsbesok' }, `indicator: ${spelled} (indicator: Foretagsbesok; known: Företagsbesök)`],
      [
        'a known name with another unit',
        { unit: 'kr' },
        'unit: the unit is not that of the indicator (indicator: Företagsbesök; unit: kr; expected: besök)',
      ],
      [
        'a known name of another cadence',
        { period: '1648' },
        'period: the period does not fit the indicator (indicator: Företagsbesök; period: 1648; cadence: quarter)',
      ],
    ];
    for (const [what, cells, fault] of cases) {
      it(what, async () => {
        const before = await desk.counts();
        const path = await desk.files.rows(visits(cells));
        for (const mayCreate of [NOTHING, ANYTHING]) expect(await desk.refused(path, { mayCreate })).toEqual([`row 2, ${fault}`]);
        expect(await desk.counts()).toEqual(before);
      });
    }

    const first = { code: '0123', municipality: 'Nyby', indicator: 'Gångvägar', period: '2020', unit: 'meter' };
    const within: readonly (readonly [what: string, cells: Record<string, string>, fault: string])[] = [
      ['a code without its noughts', { code: '123' }, `municipality_code: ${codeFault} (area: 123; expected: 0123)`],
      ['another code with the name', { code: '0124' }, `municipality_code: ${nameFault} (area: 0124; name: Nyby; expected: 0123)`],
      ['the name with other spaces', { indicator: 'Gång vägar' }, `indicator: ${spelled} (indicator: Gång vägar; known: Gångvägar)`],
      ['the name with another unit', { unit: 'km' }, 'unit: the unit is not that of the indicator (unit: km; expected: meter)'],
    ];
    for (const [what, cells, fault] of within) {
      it(`${what}, also when the file itself brought it`, async () => {
        const path = await desk.files.rows(line(first), line({ ...first, period: '2021', ...cells }));
        expect(await desk.refused(path, { mayCreate: ANYTHING })).toEqual([`row 3, ${fault}`]);
      });
    }
  });

  it('makes another indicator of another name beside one with the same address', async () => {
    const path = await desk.files.rows(line({ indicator: 'Företags-besök?', period: '1650', unit: 'personer' }));
    await desk.run(path, { mayCreate: ANYTHING });
    const next = await desk.files.rows(line({ indicator: 'Företags–besök!', period: '1650', unit: 'personer' }));
    expect((await desk.run(next, { mayCreate: ANYTHING })).newIndicators).toEqual(['foretags-besok-2']);
  });

  it('needs leave for indicators and for areas, each by itself, and names what it made', async () => {
    const path = await desk.files.rows(line({ code: '0684', municipality: 'Sävsjö', indicator: 'Broar', period: '2020', unit: 'broar' }));
    const unknown = 'row 2, indicator: there is no such indicator (import with --new-indicators to make it) (indicator: Broar)';
    expect(await desk.refused(path, { mayCreate: { indicators: false, areas: true } })).toEqual([unknown]);
    expect(await desk.refused(path, { mayCreate: { indicators: true, areas: false } })).toEqual([
      'row 2, municipality_code: there is no such area (import with --new-areas to make it) (area: 0684)',
    ]);
    const { newAreas, newIndicators } = await desk.run(path, { mayCreate: ANYTHING });
    expect({ newAreas, newIndicators }).toEqual({ newAreas: ['0684 Sävsjö'], newIndicators: ['broar'] });
  });

  for (const [name, cells, code] of [
    ['an indicator without a name', { indicator: ' ' }, 'indicator.unnamed'],
    ['an indicator whose name has no letter', { indicator: '!?' }, 'indicator.unnamed'],
    ['an indicator whose name has no end', { indicator: 'x'.repeat(301) }, 'text.too-long'],
    ['a unit without end', { indicator: 'Mått', unit: 'x'.repeat(81) }, 'text.too-long'],
    ['an area without a code, by a name that nobody knows', { code: ' ', municipality: 'Nyby' }, 'territory.unknown'],
    ['an area whose code has no end', { code: 'x'.repeat(21) }, 'text.too-long'],
    ['an area without a name', { code: '1234', municipality: '' }, 'territory.unnamed'],
  ] as const) {
    it(`makes none for ${name}`, async () => {
      const before = await desk.counts();
      expect((await desk.refusal(await desk.files.rows(line({ period: '1649-Q1', ...cells })), { mayCreate: ANYTHING }))[0]?.code).toBe(
        code,
      );
      expect(await desk.counts()).toEqual(before);
    });
  }
});
