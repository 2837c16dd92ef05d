import type { EntryView, SeriesView } from '@slusen/contracts';
import { DataSource } from 'typeorm';
import { Publications } from '../observations/publications.js';
import { entryIn, rewrite, take } from '../testing/entry-desk.js';
import { Seed } from '../testing/seed.js';
import { coded, type Answer, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('a share that says what it is made of', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let reviewer: Visitor;
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    const [owner] = await whole.rows<{ id: number }>(`select id from actor where slug = 'utvecklingsavdelningen'`);
    const quarterly = { ownerId: owner!.id, cadence: 'quarter', decimals: 1, aggregation: 'mean' } as const;
    const seed = new Seed(whole.app.get(DataSource).manager);
    await seed.indicator('andel', { ...quarterly, unitSv: '%', max: 100 });
    await seed.indicator('antal-svar', { ...quarterly, unitSv: 'svar' });
    whole.app.get(Publications).announce('everything');
  }, 120_000);
  afterAll(() => whole.close());

  const begin = (period: string, figure: object, indicator = 'andel'): Promise<Answer> =>
    reporter.post('/api/entries', { indicator, period, quality: 'final', answers: [], ...figure });
  const publish = async (period: string, figure: object): Promise<EntryView> =>
    entryIn(
      await take(reviewer, entryIn(await take(reporter, entryIn(await begin(period, figure)), { action: 'submit' })), {
        action: 'approve',
      }),
    );
  const points = async (): Promise<SeriesView['points']> =>
    (await whole.visitor().get('/api/indicators/andel/series')).json<SeriesView>().points;

  it('reaches its reviewer, the public, and both files with its two numbers', async () => {
    const made = { value: 48.4, numerator: 31, denominator: 64 };
    const entry = entryIn(await take(reporter, entryIn(await begin('2024-Q1', made)), { action: 'submit' }));
    expect((await reviewer.get(`/api/entries/${entry.id}`)).json<EntryView>()).toEqual(jasmine.objectContaining(made));
    await take(reviewer, entry, { action: 'approve' });
    expect((await points()).find(({ period }) => period === '2024-Q1')).toEqual(jasmine.objectContaining(made));
    const csv = (await whole.visitor().get('/api/indicators/andel/series.csv')).text.split('\r\n');
    const columns = csv[0]!.split(',');
    const cells = csv.find((line) => line.includes('2024-Q1'))!.split(',');
    expect(['value', 'numerator', 'denominator'].map((column) => cells[columns.indexOf(column)])).toEqual(['48.4', '31', '64']);
  });

  const refused: readonly (readonly [figure: object, code: string, indicator?: string])[] = [
    [{ value: 48.5, numerator: 31, denominator: 64 }, 'share.other-value'],
    [{ value: 48.4, numerator: 31 }, 'share.incomplete'],
    [{ missing: 'non-response', numerator: 31, denominator: 64 }, 'share.incomplete'],
    [{ value: 0, numerator: 0, denominator: 0 }, 'share.no-whole'],
    [{ value: 200, numerator: 64, denominator: 32 }, 'share.above-whole'],
    [{ value: 48.4, numerator: 31, denominator: 64 }, 'share.not-a-share', 'antal-svar'],
  ];
  for (const [figure, code, indicator] of refused) {
    it(`is refused as ${code}, begun or saved: ${JSON.stringify(figure)}`, async () => {
      expect(coded(await begin('2023-Q1', figure, indicator))).toEqual([422, code]);
      const draft = entryIn(await begin('2023-Q1', { value: 1 }, indicator));
      expect(coded(await rewrite(reporter, draft, { answers: [], ...figure }))).toEqual([422, code]);
      await take(reporter, draft, { action: 'discard' });
    });
  }

  it('is hidden with the value that it makes', async () => {
    await publish('2021-Q1', { value: 25, numerator: 77771, denominator: 311084 });
    const [row] = await whole.rows<{ id: number }>(`select id from observation where period = '2021-Q1' and numerator = 77771`);
    const places = [{ table: 'observation', row: String(row!.id), field: 'value' }];
    const administrator = await whole.as('administrator');
    const answer = await administrator.post('/api/admin/maskings', { places, reason: 'secrecy', decision: 'KS § 12' });
    expect(answer.status).withContext(answer.text).toBeLessThan(300);
    for (const url of ['/api/indicators/andel/series', '/api/indicators/andel/series.csv', '/api/indicators/andel/corrections'])
      expect((await whole.visitor().get(url)).text)
        .withContext(url)
        .not.toContain('77771');
  });
});
