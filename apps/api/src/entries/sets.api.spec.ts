import type { EntryForm, EntryView, IndicatorPageView, ReviewQueue, SeriesView } from '@slusen/contracts';
import { NBSP } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { openContext, tamper } from '../integrity/kept-world.fixtures.js';
import { Verify } from '../integrity/verify/verify.js';
import { entryIn, Quarters, rewrite, take } from '../testing/entry-desk.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

/** Numbers of people by sex: so many below the threshold that a small one is found wherever it is told. */
const DEFINITION = {
  ...{ name: { sv: 'Nya företagare', en: 'New entrepreneurs' }, definition: { sv: 'Antal.', en: 'Number.' } },
  ...{ unit: { sv: 'personer', en: 'people' }, decimals: 0, direction: 'increase', cadence: 'quarter', aggregation: 'sum' },
  ...{ lagDays: 5, graceDays: 30, source: { name: 'Egen räkning' }, owner: 'utvecklingsavdelningen' },
  breakdown: { kind: 'sex', groups: [], of: 'people', threshold: 100 },
};
const ANSWERED = (['unusual-change', 'jump', 'repeated', 'parts'] as const).map((kind) => ({ kind, comment: 'Stämmer' }));

describe('a figure with its parts', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let reviewer: Visitor;
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, reviewer] = await Promise.all([whole.as('reporter'), whole.as('reviewer')]);
    const added = await (await whole.as('administrator')).post('/api/admin/indicators', { slug: 'foretagare', definition: DEFINITION });
    if (added.status !== 201) throw new Error(added.text);
  }, 120_000);
  afterAll(() => whole.close());

  const parts = (women: number | undefined, men: number | undefined) => [
    ...(women === undefined ? [] : [{ part: 'kvinnor', value: women }]),
    ...(men === undefined ? [] : [{ part: 'män', value: men }]),
  ];
  const begin = (period: string, figure: Readonly<Record<string, unknown>>) =>
    reporter.post('/api/entries', { indicator: 'foretagare', period, quality: 'final', answers: ANSWERED, ...figure });
  const submitted = async (period: string, figure: Readonly<Record<string, unknown>>): Promise<EntryView> =>
    entryIn(await take(reporter, entryIn(await begin(period, figure)), { action: 'submit' }));
  const approve = async (period: string, figure: Readonly<Record<string, unknown>>): Promise<EntryView> =>
    entryIn(await take(reviewer, await submitted(period, figure), { action: 'approve' }));
  const formOf = async (period: string) => (await reporter.get(`/api/entry-form?indicator=foretagare&period=${period}`)).json<EntryForm>();
  /** What the public sees of a period: the whole, women and men. */
  const told = async (period: string): Promise<unknown[]> => {
    const read = async (breakdown: string) => {
      const answer = await whole.visitor().get(`/api/indicators/foretagare/series?breakdown=${encodeURIComponent(breakdown)}`);
      const point = answer.json<SeriesView>().points.find((one) => one.period === period);
      return point && (point.value ?? point.missing);
    };
    return [await read(''), await read('kvinnor'), await read('män')];
  };

  it('is one entry: kept, read, submitted and approved together, with each part a series of its own', async () => {
    const period = quarters.next();
    const approved = await approve(period, { value: 1500, parts: parts(700, 800) });
    expect(approved.parts).toEqual(parts(700, 800));
    expect(await told(period)).toEqual([1500, 700, 800]);
    const tasks = (await reporter.get('/api/tasks')).json<{
      items: { indicator: { slug: string }; period: string; breakdown: string }[];
    }>();
    const own = tasks.items.filter((task) => task.indicator.slug === 'foretagare' && task.period === period);
    expect(own.map(({ breakdown }) => breakdown)).toEqual(['']);
  });

  it('is told without what is few, and without what would give it away', async () => {
    const period = quarters.next();
    const waiting = await submitted(period, { value: 873, parts: parts(73, 800) });
    const seen = (await reviewer.get(`/api/entries/${waiting.id}`)).json<EntryView>();
    expect([seen.parts, seen.keptBack?.toSorted()]).toEqual([parts(73, 800), ['kvinnor', 'män']]);
    const { items } = (await reviewer.get('/api/review-queue')).json<ReviewQueue>();
    expect(items.find(({ id }) => id === waiting.id)?.parts).toEqual(parts(73, 800));
    entryIn(await take(reviewer, waiting, { action: 'approve' }));
    expect(await told(period)).toEqual([873, 'confidential', 'confidential']);
  });

  it('stands on its public page by period and part, with what is protected and why, and as lines', async () => {
    const [many, few] = [quarters.next(), quarters.next()];
    await approve(many, { value: 1500, parts: parts(700, 800) });
    await approve(few, { value: 873, parts: parts(73, 800) });
    const page = (await whole.visitor().get('/api/indicators/foretagare')).json<IndicatorPageView>();
    expect(page.columns.map(({ head, told: of }) => [head.en, of[many]?.sv, of[few]?.sv, of[few]?.en])).toEqual([
      ['Women', '700', 'skyddat', 'protected'],
      ['Men', '800', 'skyddat', 'protected'],
    ]);
    expect(page.lines?.flatMap(({ points }) => points.map(({ period }) => period))).not.toContain(few);
    expect(page.facts.map(({ told: said }) => said.sv)).toContain(
      'kön: kvinnor, män (antal personer). Skyddat: färre än 100 personer, och det som skulle röja dem.',
    );
  });

  it('is told of zero', async () => {
    const period = quarters.next();
    await approve(period, { value: 400, parts: parts(0, 400) });
    expect(await told(period)).toEqual([400, 0, 400]);
  });

  it('has no whole to tell either where it is few itself; its correction starts from what was entered, and tells no more', async () => {
    const period = quarters.next();
    await approve(period, { value: 73, parts: parts(0, 73), margin: 3, respondents: 73 });
    expect(await told(period)).toEqual(['confidential', 0, 'confidential']);
    const { replaces } = await formOf(period);
    expect([replaces?.value, replaces?.missing, replaces?.isKeptBack, replaces?.parts]).toEqual([73, undefined, true, parts(0, 73)]);
    await approve(period, { value: 900, parts: parts(400, 500), reason: 'En lista saknades.' });
    expect(await told(period)).toEqual(['confidential', 400, 'confidential']);
  });

  it('keeps back in a later revision what was kept back before, and the whole beside what was told', async () => {
    const period = quarters.next();
    await approve(period, { value: 900, parts: parts(400, 500) });
    await approve(period, { value: 573, parts: parts(73, 500), reason: 'Räknat två gånger.' });
    expect(await told(period)).toEqual(['confidential', 'confidential', 'confidential']);
    await approve(period, { value: 910, parts: parts(410, 500), reason: 'Rättat igen.' });
    expect(await told(period)).toEqual(['confidential', 'confidential', 'confidential']);
  });

  it('is asked about where its parts make another whole', async () => {
    const period = quarters.next();
    const draft = entryIn(await begin(period, { value: 1501, parts: parts(700, 800), answers: [] }));
    expect(draft.questions.find(({ kind }) => kind === 'parts')?.sv).toBe(
      `Delarna blir tillsammans 1${NBSP}500, men totalen är 1${NBSP}501. Vad beror skillnaden på?`,
    );
    const refused = await take(reporter, draft, { action: 'submit' });
    expect(refused.problem.code).toBe('entry.unanswered-plausibility');
    const answered = entryIn(await rewrite(reporter, draft, { value: 1501, parts: parts(700, 800), answers: ANSWERED }));
    expect(coded(await take(reporter, answered, { action: 'submit' }))).toEqual([200, undefined]);
  });

  it('made final without another part needs no reason; with another one it does', async () => {
    const period = quarters.next();
    await approve(period, { value: 1500, parts: parts(700, 800), quality: 'preliminary' });
    const other = entryIn(await begin(period, { value: 1500, parts: parts(701, 799) }));
    expect((await take(reporter, other, { action: 'submit' })).problem.code).toBe('entry.reason-required');
    const same = entryIn(await rewrite(reporter, other, { value: 1500, parts: parts(700, 800), answers: ANSWERED }));
    entryIn(await take(reviewer, entryIn(await take(reporter, same, { action: 'submit' })), { action: 'approve' }));
    expect(await told(period)).toEqual([1500, 700, 800]);
  });

  it('takes its parts with it where it has no value', async () => {
    const period = quarters.next();
    await approve(period, { missing: 'non-response' });
    expect(await told(period)).toEqual(['non-response', 'non-response', 'non-response']);
  });

  const REFUSED: [what: string, figure: Readonly<Record<string, unknown>>, answer: unknown[]][] = [
    ['a part that the indicator does not have', { value: 1, parts: [{ part: 'barn', value: 1 }] }, [422, 'entry.parts-unknown']],
    ['half a person', { value: 1.5 }, [422, 'entry.not-people']],
    ['fewer people than none', { value: 1, parts: parts(-1, 2) }, [422, 'entry.not-people']],
    ['parts of a whole without a value', { missing: 'non-response', parts: parts(1, 2) }, [422, 'entry.parts-without-whole']],
    ['a part that is kept back by its reporter', { value: 3, parts: [{ part: 'män', missing: 'confidential' }] }, [400, 'input.invalid']],
    ['a part twice', { value: 3, parts: [...parts(1, 2), ...parts(1, undefined)] }, [400, 'input.invalid']],
    ['a part by itself', { value: 3, breakdown: 'kvinnor' }, [422, 'entry.part-of-set']],
  ];
  for (const [what, figure, answer] of REFUSED)
    it(`is refused with ${what}`, async () => expect(coded(await begin(quarters.next(), figure))).toEqual(answer));

  it('is not submitted before every part is said', async () => {
    const draft = entryIn(await begin(quarters.next(), { value: 1500, parts: parts(700, undefined) }));
    expect(coded(await take(reporter, draft, { action: 'submit' }))).toEqual([422, 'entry.parts-required']);
    const form = await reporter.get(`/api/entry-form?indicator=foretagare&period=${draft.period}&breakdown=kvinnor`);
    expect(coded(form)).toEqual([422, 'entry.part-of-set']);
  });

  it('cannot be broken down otherwise once parts are recorded; only its threshold can be another', async () => {
    const administrator = await whole.as('administrator');
    const path = '/api/admin/indicators/foretagare/definition';
    const revise = async (breakdown: object | undefined) => {
      const { revision } = (await administrator.get(path)).json<{ revision: number }>();
      const headers = { 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() };
      return coded(await administrator.put(path, { definition: { ...DEFINITION, breakdown }, reason: 'Prov' }, headers));
    };
    expect(await revise(undefined)).toEqual([422, 'definition.is-broken-down']);
    expect(await revise({ ...DEFINITION.breakdown, of: 'shares' })).toEqual([422, 'definition.is-broken-down']);
    expect(await revise({ ...DEFINITION.breakdown, threshold: 99 })).toEqual([200, undefined]);
    expect(await revise(DEFINITION.breakdown)).toEqual([200, undefined]);
  });

  it('tells of nobody in any public answer', async () => {
    const period = quarters.next();
    await approve(period, { value: 8073, parts: parts(73, 8000) });
    const api = (await whole.visitor().get('/api/openapi.json')).json<{ paths: Record<string, { get?: object }> }>();
    const asked = Object.entries(api.paths)
      .filter(([, { get }]) => get !== undefined)
      .map(([path]) => path.replaceAll('{slug}', 'foretagare'))
      .filter((path) => !path.includes('{'));
    const more = ['kvinnor', 'män'].flatMap((part) =>
      ['series', 'series.csv', 'revisions', 'revisions.csv'].map(
        (kind) => `/api/indicators/foretagare/${kind}?breakdown=${encodeURIComponent(part)}`,
      ),
    );
    const answers = await Promise.all([...asked, ...more].map(async (path) => ({ path, answer: await whole.visitor().get(path) })));
    const open = answers.filter(({ answer }) => answer.status === 200 && !String(answer.headers['content-type']).includes('pdf'));
    expect(open.filter(({ answer }) => answer.text.includes('8073')).length).toBeGreaterThan(2);
    expect(open.filter(({ answer }) => /(?<![\d.-])(?:73|8000)(?![\d.-])/.test(answer.text)).map(({ path }) => path)).toEqual([]);
  });

  it('is verified: every revision says what its entry says of it, or that it is kept back, and none tells of few', async () => {
    const period = quarters.next();
    await approve(period, { value: 873, parts: parts(73, 800) });
    const commands = await openContext(whole.database.appUrl);
    /** What the office was seeded with came of no entry, and is no set. */
    const found = async () =>
      (await commands.get(Verify).run(whole.database)).flatMap(({ faults }) => faults).filter(({ where }) => where.includes('foretagare'));
    const tell = (value: string, missing: string) =>
      tamper(
        whole.database.ownerUrl,
        ['observation'],
        `update observation set value = ${value}, missing = ${missing} where period = '${period}'
           and series_id = (select h.id from series_head h join indicator i on i.id = h.indicator_id where i.slug = 'foretagare' and h.breakdown = 'kvinnor')`,
      );
    expect(await found()).toEqual([]);
    await tell('73', 'null');
    expect(await found()).toContain({
      where: `foretagare 0884 kvinnor ${period} revision 1`,
      what: 'it tells of fewer people than 100',
    });
    await tell('null', `'confidential'`);
    await commands.close();
  });
});
