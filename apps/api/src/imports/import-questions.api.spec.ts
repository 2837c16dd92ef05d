import { FILE_QUESTIONS, type FileQuestion } from '@slusen/domain';
import type { SeriesView } from '@slusen/contracts';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { ANYTHING, brought, FigureDesk } from '../testing/figure-desk.js';
import { HEADER, line } from '../testing/figure-file.js';
import { Seed } from '../testing/seed.js';

/** What the form would ask about, a file is refused for, unless it was accepted by the name of its kind. */
describe('a file with figures that are rarely right', () => {
  let desk: FigureDesk;
  let made = 0;
  beforeAll(async () => (desk = await FigureDesk.open()), 120_000);
  afterAll(() => desk.close());

  /** A new indicator with these figures. */
  async function indicator(
    different: Parameters<Seed['indicator']>[1],
    figures: Record<string, number> = {},
    cut?: string,
  ): Promise<string> {
    const owner = await new DataSource(dataSourceOptions({ url: desk.whole.database.ownerUrl, poolSize: 1 })).initialize();
    const slug = `fragat-${++made}`;
    const seed = new Seed(owner.manager);
    const id = await seed.indicator(slug, { nameSv: `Frågat ${made}`, unitSv: 'kr', ...different });
    await seed.figures({ indicator: id }, figures);
    if (cut) await seed.seriesBreak(id, cut, 'I kronor');
    await owner.destroy();
    return slug;
  }
  const years = (slug: string, from: number, ...values: readonly (number | string)[]): string[] =>
    values.map((value, at) => line({ indicator: slug, unit: 'kr', period: String(from + at), value: String(value) }));
  const file = (slug: string, from: number, ...values: readonly (number | string)[]): Promise<string> =>
    desk.files.rows(...years(slug, from, ...values));
  const valuesOf = async (slug: string) =>
    (await desk.whole.visitor().get(`/api/indicators/${slug}/series`)).json<SeriesView>().points.map(({ value }) => value);
  const now = new Date();
  const thisQuarter = `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;

  const decimals =
    'the value has more decimals than its indicator; if it is right and no mark between thousands, say so with --accept decimals';
  const limits = 'the value lies outside the limits of its indicator; if it is right, say so with --accept limits';
  const jump = 'the value is a hundredfold of the one beside it, or a hundredth; if it is right, say so with --accept jump';
  const early =
    'the period has not ended, so its figure is preliminary or estimated (quality); if it is final already, say so with --accept early';

  const kinds: readonly (readonly [kind: FileQuestion, rows: () => Promise<string>, faults: readonly string[]])[] = [
    ['decimals', async () => file(await indicator({}), 2001, '40,0', '40,25'), [`row 3, value: ${decimals} (value: 40.25; decimals: 0)`]],
    [
      'limits',
      async () => file(await indicator({ min: 0, max: 1000 }), 2001, 1000, 1001, -1),
      [`row 3, value: ${limits} (value: 1001; min: 0; max: 1000)`, `row 4, value: ${limits} (value: -1; min: 0; max: 1000)`],
    ],
    [
      'jump',
      async () => file(await indicator({}), 2001, 40, 41, 4100, 4000),
      [`row 4, value: ${jump} (value: 4100; beside: 41; period: 2002)`],
    ],
    [
      'early',
      async () => desk.files.rows(line({ indicator: await indicator({ cadence: 'quarter' }), unit: 'kr', period: thisQuarter })),
      [`row 2, quality: ${early} (period: ${thisQuarter})`],
    ],
  ];
  it('is one of the kinds below', () =>
    expect(kinds.map(([kind]) => kind).sort()).toEqual(Object.keys(FILE_QUESTIONS).sort() as FileQuestion[]));

  for (const [kind, rows, faults] of kinds) {
    it(`is refused row by row for its ${kind}, whatever the reason and whatever else is accepted, and taken by that name; the same file is not asked again`, async () => {
      const path = await rows();
      const others = new Set((Object.keys(FILE_QUESTIONS) as FileQuestion[]).filter((other) => other !== kind));
      const before = await desk.counts();
      expect(await desk.refused(path)).toEqual(faults);
      expect(await desk.refused(path, { reason: 'Så är det', accept: others })).toEqual(faults);
      expect(await desk.counts()).toEqual(before);
      const { added } = await desk.run(path, { accept: new Set([kind]) });
      expect(added).toBeGreaterThan(0);
      expect((await desk.run(path)).unchanged).toBe(added);
      const [event] = await desk.whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1');
      expect((JSON.parse(event!.payload) as { facts: { accepted: string[] } }).facts.accepted).toEqual([kind]);
    });
  }

  it('may correct a figure with a reason, which accepts nothing', async () => {
    const slug = await indicator({}, { 2001: 40, 2002: 41 });
    const path = await file(slug, 2001, 42, 42000);
    expect(await desk.refused(path, { reason: 'SCB rättade' })).toEqual([`row 3, value: ${jump} (value: 42000; beside: 42; period: 2001)`]);
    expect((await desk.refused(path, { accept: new Set(['jump']) })).join()).toContain('needs --reason');
    expect(brought(await desk.run(path, { reason: 'SCB rättade', accept: new Set(['jump']) }))).toEqual([2, 0, 2, 0]);
  });

  it('of official statistics is asked about decimals and jumps, not about limits', async () => {
    const slug = await indicator({ max: 100, officialStatistics: true });
    expect(await desk.refused(await file(slug, 2001, 101, 20200.5))).toEqual([
      `row 3, value: ${jump} (value: 20200.5; beside: 101; period: 2001)`,
      `row 3, value: ${decimals} (value: 20200.5; decimals: 0)`,
    ] as never);
    expect(brought(await desk.run(await file(slug, 2001, 101)))).toEqual([1, 1, 0, 0]);
  });

  describe('by a hundredfold jump', () => {
    const cases: readonly (readonly [
      what: string,
      published: Record<string, number>,
      from: number,
      values: readonly number[],
      rows: readonly number[],
    ])[] = [
      ['after what is published', { 2001: 40 }, 2002, [4000], [2]],
      ['before what is published', { 2003: 40 }, 2002, [4000], [2]],
      ['that one digit is missing to', { 2001: 40 }, 2002, [3999], []],
      ['from 20 to 1', { 2001: 20 }, 2002, [1], []],
      ['in a series that was nothing once', { 1990: 0, 2001: 40 }, 2002, [4000], []],
      ['in a series that the file takes below nothing', { 2001: 40 }, 2002, [4000, -1], []],
      ['back to what was published', { 2001: 40, 2003: 4000 }, 2002, [39], [2]],
      ['over a gap', { 1991: 40 }, 2002, [4000], [2]],
      ['up and down again', {}, 2001, [40, 4000, 40], [3, 4]],
      ['that is small beside its neighbour', { 1991: 10 }, 2002, [900], []],
    ];
    for (const [what, published, from, values, rows] of cases) {
      it(`${what} is ${rows.length > 0 ? 'refused' : 'taken'}`, async () => {
        const path = await file(await indicator({}, published), from, ...values);
        if (rows.length === 0) expect((await desk.run(path)).added).toBe(values.length);
        else expect((await desk.refusal(path)).map(({ row, code }) => [row, code])).toEqual(rows.map((row) => [row, 'value.jump']));
      });
    }

    it('is taken where a series break stands between', async () => {
      const slug = await indicator({}, { 2001: 40 }, '2002');
      expect((await desk.run(await file(slug, 2002, 40_000))).added).toBe(1);
      expect((await desk.refusal(await file(slug, 2003, 40))).map(({ code }) => code)).toEqual(['value.jump']);
    });

    it('is seen within one area and one part only', async () => {
      const slug = await indicator({});
      const other = line({ indicator: slug, unit: 'kr', period: '2002', value: '4000', code: '0884-frodinge', municipality: 'Frödinge' });
      expect((await desk.run(await desk.files.rows(...years(slug, 2001, 40), other))).added).toBe(2);
    });
  });

  describe('by a mark that may stand between thousands', () => {
    const ambiguous = (row: number, text: string): string =>
      `row ${row}, value: wherever this mark stands in the file, three digits follow, so it may be thousands; leave it out, or add a nought (1,2340) (text: ${text})`;

    it('is refused, also when the decimals would be noughts, and whatever is accepted', async () => {
      const slug = await indicator({});
      const accept = new Set(Object.keys(FILE_QUESTIONS) as FileQuestion[]);
      expect(await desk.refused(await file(slug, 2001, 40, '1.000', '2.000'), { accept })).toEqual([
        ambiguous(3, '1.000'),
        ambiguous(4, '2.000'),
      ]);
      expect(await desk.refused(await file(slug, 2001, '1,234'), { accept, reason: 'Så är det' })).toEqual([ambiguous(2, '1,234')]);
    });

    it('is refused for an indicator that is to be made, too', async () => {
      const path = await desk.files.rows(line({ indicator: 'Fibernät', unit: 'meter', period: '2020', value: '12.500' }));
      expect(await desk.refused(path, { mayCreate: ANYTHING })).toEqual([ambiguous(2, '12.500')]);
    });

    it('is read where any other cell of the column shows what the mark is for', async () => {
      const [slug, other] = [await indicator({ decimals: 2 }), await indicator({ decimals: 2 })];
      const path = await desk.files.rows(...years(slug, 2001, '1,234', '0,125'), ...years(other, 2001, '7,25'));
      expect((await desk.run(path, { accept: new Set(['decimals']) })).added).toBe(3);
      expect(await valuesOf(slug)).toEqual([1.234, 0.125]);
    });

    it('is refused where only another mark shows what it is for', async () => {
      const slug = await indicator({ decimals: 2 });
      expect(await desk.refused(await file(slug, 2001, '7,25', '1.234'))).toEqual([ambiguous(3, '1.234')]);
    });

    for (const [what, decimals, value] of [
      ['never in 0,125', 0, '0,125'],
      ['nor where the indicator has three decimals', 3, '1,234'],
    ] as const)
      it(`is not asked about ${what}`, async () => {
        const path = await file(await indicator({ decimals }), 2001, value);
        expect((await desk.run(path, { accept: new Set(['decimals']) })).added).toBe(1);
      });
  });

  describe('before its period has ended', () => {
    it('is taken where it says that it is not final, and asked when it becomes so', async () => {
      const slug = await indicator({ cadence: 'quarter' });
      const row = (quality: string, value = '40'): Promise<string> =>
        desk.files.write(`${HEADER},quality\n${line({ indicator: slug, unit: 'kr', period: thisQuarter, value })},${quality}\n`);
      for (const quality of ['preliminary', 'estimated']) expect((await desk.run(await row(quality), { reason: 'Osäkert' })).rows).toBe(1);
      expect((await desk.refusal(await row('final'), { reason: 'Nu klart' })).map(({ code }) => code)).toEqual(['quality.early']);
    });

    it('counts as final early where it was accepted, and only there', async () => {
      const slug = await indicator({ cadence: 'quarter' });
      const row = (period: string): string => line({ indicator: slug, unit: 'kr', period });
      await desk.run(await desk.files.rows(row('2020-Q1'), row(thisQuarter)), { accept: new Set(['early']) });
      const stored = await desk.whole.rows(
        `select o.is_final_early from observation o join series_head h on h.id = o.series_id join indicator i on i.id = h.indicator_id
          where i.slug = $1 order by o.period_end`,
        [slug],
      );
      expect(stored).toEqual([{ is_final_early: null }, { is_final_early: true }]);
    });

    it('is taken without a question where there is no value', async () => {
      const slug = await indicator({ cadence: 'quarter' });
      const row = line({ indicator: slug, unit: 'kr', period: thisQuarter, value: '' });
      expect((await desk.run(await desk.files.write(`${HEADER},missing\n${row},non-response\n`))).added).toBe(1);
    });
  });

  describe('with more decimals than can be stored', () => {
    const offered = (rows: number, value: number): string =>
      `the number has more than six decimals (import with --round to round such numbers) (value: ${value}; decimals: 6; rows like it: ${rows})`;

    it('is refused with what would help and how many rows it is about, and rounded and counted with leave', async () => {
      const slug = await indicator({ decimals: 6 });
      const path = await file(slug, 2001, '517799.99999999994', '40', '0.1234567', '0.5000000000');
      expect(await desk.refused(path)).toEqual([
        `row 2, value: ${offered(2, 517799.99999999994)}`,
        `row 4, value: ${offered(2, 0.1234567)}`,
      ]);
      const { added, rounded } = await desk.run(path, { round: true, accept: new Set(['jump']) });
      expect([added, rounded]).toEqual([4, 2]);
      expect(await valuesOf(slug)).toEqual([517800, 40, 0.123457, 0.5]);
      expect(await desk.run(path, { round: true })).toEqual(jasmine.objectContaining({ unchanged: 4, rounded: 2 }));
    });

    it('is rounded in its margin, too', async () => {
      const slug = await indicator({});
      const path = await desk.files.write(`${HEADER},margin\n${years(slug, 2001, 40)[0]},0.29999999999999999\n`);
      expect((await desk.refusal(path)).map(({ column, code }) => [column, code])).toEqual([['margin', 'value.too-precise']]);
      expect((await desk.run(path, { round: true })).rounded).toBe(1);
    });

    it('is refused all the same where a digit would be lost', async () => {
      const path = await file(await indicator({}), 2001, '123456789012345,1234567');
      expect((await desk.refusal(path, { round: true })).map(({ code }) => code)).toEqual(['value.too-precise']);
    });
  });
});
