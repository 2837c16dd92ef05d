import type { RevisionList } from '@slusen/contracts';
import { entryIn, Quarters, submitted, take } from '../testing/entry-desk.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PATH = '/api/indicators/foretagsbesok/revisions';

describe('the revisions of a series', () => {
  let whole: WholeApplication;
  let [reporter, reviewer]: Visitor[] = [];
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, reviewer] = await Promise.all([whole.as('reporter'), whole.as('reviewer')]);
  }, 120_000);
  afterAll(() => whole.close());

  const approved = async (period: string, figure: object): Promise<void> =>
    void entryIn(await take(reviewer!, await submitted(reporter!, period, { ...figure }), { action: 'approve' }));
  const list = async (query = ''): Promise<RevisionList> => (await whole.visitor().get(`${PATH}?limit=1000${query}`)).json<RevisionList>();

  it('are all that the public has seen, latest first: what became of what, when, why, by which department and by nobody by name', async () => {
    const period = quarters.next();
    await approved(period, { value: 40, quality: 'preliminary' });
    await approved(period, { value: 42, quality: 'final', reason: 'En lista saknades' });
    await approved(period, { value: 43, quality: 'final', reason: '=1+1' });
    const items = (await list()).items.filter((one) => one.period === period);
    expect(items.map(({ revision, kind, told, reason, approvedBy }) => [revision, kind, told.sv, reason, approvedBy?.sv])).toEqual([
      [3, 'correction', '42 besök blev 43 besök', '=1+1', 'Utvecklingsavdelningen'],
      [2, 'revision', '40 besök blev 42 besök, nu slutligt', 'En lista saknades', 'Utvecklingsavdelningen'],
      [1, 'first', '40 besök, preliminärt', undefined, 'Utvecklingsavdelningen'],
    ]);
    const { text } = await whole.visitor().get(PATH);
    for (const name of ['reporter', 'reviewer']) expect(text).not.toContain(name);
  });

  it('say how sure each is, and the source in short', async () => {
    const period = quarters.next();
    await approved(period, { value: 40, quality: 'preliminary' });
    const one = (await list()).items.find((item) => item.period === period);
    expect([one?.sureness?.sv, one?.sourceLabel, one?.sourceAddress]).toEqual(['preliminärt, exakt', one?.source, undefined]);
  });

  it('of one minute are in the order of their periods, latest first', async () => {
    const [first = '', second = ''] = [quarters.next(), quarters.next()].toSorted();
    for (const period of [second, first]) await approved(period, { value: 40, quality: 'final' });
    const { items } = await list();
    const place = ({ publishedAt, period }: RevisionList['items'][number]): string => `${publishedAt.slice(0, 16)} ${period}`;
    expect(items.map(place)).toEqual(items.map(place).toSorted().toReversed());
  });

  it('come as a file, whole, in which no text runs as a formula', async () => {
    const { headers, text } = await whole.visitor().get(`${PATH}.csv`);
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="foretagsbesok-historik.csv"',
    ]);
    const [heading, ...lines] = text.trim().split('\r\n');
    expect(heading).toMatch(/^municipality_code,indicator,breakdown,period,revision,kind,/);
    expect(lines.length).toBe((await list()).total);
    expect(text).not.toMatch(/,=1/);
  });

  it('come in parts, as known at a moment, and not of what is not there', async () => {
    const { total } = await list();
    const part = (await whole.visitor().get(`${PATH}?limit=2&offset=1`)).json<RevisionList>();
    expect([part.items.length, part.total, part.offset]).toEqual([2, total, 1]);
    const before = new Date().toISOString();
    await approved(quarters.next(), { value: 41, quality: 'final' });
    expect([(await list(`&known=${before}`)).total, (await list()).total]).toEqual([total, total + 1]);
    expect(coded(await whole.visitor().get('/api/indicators/saknas/revisions'))).toEqual([404, 'indicator.not-found']);
    expect(coded(await whole.visitor().get(`${PATH}?territory=9999`))).toEqual([404, 'territory.not-found']);
    expect(coded(await whole.visitor().get(`${PATH}?limit=0`))).toEqual([400, 'input.invalid']);
  });

  it('have nothing that is not approved', async () => {
    const period = quarters.next();
    await submitted(reporter!, period, { value: 471 });
    expect((await list()).items.some((one) => one.period === period)).toBeFalse();
  });
});
