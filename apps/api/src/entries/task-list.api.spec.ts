import type { Task } from '@slusen/contracts';
import { DataSource } from 'typeorm';
import { AccountQuery } from '../identity/account.query.js';
import { Publications } from '../observations/publications.js';
import { begin, entryIn, take } from '../testing/entry-desk.js';
import type { Person } from '../testing/office.js';
import { Seed } from '../testing/seed.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { EntryDesk } from './entry-desk.js';

describe('what a reporter is asked for', () => {
  let whole: WholeApplication;
  let seed: Seed;
  let development: number;
  let made = 0;
  beforeAll(async () => {
    whole = await wholeApplication();
    seed = new Seed(whole.app.get(DataSource).manager);
    development = (await whole.rows<{ id: number }>(`select id from actor where slug = 'utvecklingsavdelningen'`))[0]!.id;
  }, 120_000);
  afterAll(() => whole.close());

  async function newIndicator(different: Parameters<Seed['indicator']>[1] = {}): Promise<{ slug: string; id: number }> {
    const slug = `uppgift-${++made}`;
    const id = await seed.indicator(slug, { ownerId: development, cadence: 'quarter', lagDays: 15, graceDays: 30, ...different });
    whole.app.get(Publications).announce('everything');
    return { slug, id };
  }
  /** The tasks of someone on a day, of one indicator where one is named. */
  async function tasksOn(today: string, indicator?: string, person: Person = 'reporter'): Promise<Task[]> {
    const account = (await whole.app.get(AccountQuery).byUsername(person))!;
    const { items } = await whole.app.get(EntryDesk).tasksOf({ account, asOf: { today, known: undefined }, at: `${today}T08:00:00.000Z` });
    return items.filter(({ indicator: { slug } }) => indicator === undefined || slug === indicator);
  }
  const told = (tasks: readonly Task[]) => tasks.map(({ period, state }) => `${period} ${state}`);

  // The last figure is of 2024-Q2; the third quarter is due on 15 October, late from 15 November.
  const days: readonly [today: string, tasks: string[]][] = [
    ['2024-09-30', []],
    ['2024-10-14', []],
    ['2024-10-15', ['2024-Q3 due']],
    ['2024-11-14', ['2024-Q3 due']],
    ['2024-11-15', ['2024-Q3 overdue']],
    ['2025-01-14', ['2024-Q3 overdue']],
    ['2025-01-15', ['2024-Q3 overdue', '2024-Q4 due']],
    ['2025-07-20', ['2024-Q3 overdue', '2024-Q4 overdue', '2025-Q1 overdue', '2025-Q2 due']],
    // Four periods back at most: who has not been asked for in a year is not asked for ever.
    ['2025-10-20', ['2024-Q4 overdue', '2025-Q1 overdue', '2025-Q2 overdue', '2025-Q3 due']],
  ];
  for (const [today, tasks] of days) {
    it(`on ${today}: ${tasks.join(', ') || 'nothing'}`, async () => {
      const { slug, id } = await newIndicator();
      await seed.figures({ indicator: id }, { '2024-Q1': 1, '2024-Q2': 2 });
      expect(told(await tasksOn(today, slug))).toEqual(tasks);
      for (const { period, lastDay } of (await tasksOn(today, slug)).filter((task) => task.period === '2024-Q3'))
        expect([period, lastDay]).toEqual(['2024-Q3', '2024-11-14']);
    });
  }

  it('asks for a hole before the last figure, and tells it apart from what never was', async () => {
    const { slug, id } = await newIndicator();
    await seed.figures({ indicator: id }, { '2024-Q1': 1, '2024-Q3': 3 });
    expect(told(await tasksOn('2024-11-20', slug))).toEqual(['2024-Q2 overdue']);
  });

  it('goes on asking for a period whose figure came before it was over, unless that is final with an answer', async () => {
    const { slug, id } = await newIndicator();
    await seed.figures({ indicator: id }, { '2998-Q3': 3 }, { isFinalEarly: true });
    await seed.figures({ indicator: id }, { '2998-Q4': 4 }, { quality: 'preliminary' });
    expect(told(await tasksOn('2999-02-01', slug))).toEqual(['2998-Q4 due']);
  });

  it('lists a preliminary value of a period that is over until it is final, and no estimate', async () => {
    const { slug, id } = await newIndicator();
    await seed.figures({ indicator: id }, { '2024-Q1': 1 });
    await seed.figures({ indicator: id }, { '2024-Q2': 2 }, { quality: 'estimated' });
    await seed.figures({ indicator: id }, { '2024-Q3': 3 }, { quality: 'preliminary' });
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    const stands = async () => told(await tasksOn('2024-11-20', slug));
    expect(await stands()).toEqual(['2024-Q3 preliminary']);
    let entry = entryIn(await begin(reporter, '2024-Q3', { indicator: slug, value: 3, quality: 'final' }));
    expect(await stands()).toEqual(['2024-Q3 draft']);
    entry = entryIn(await take(reporter, entry, { action: 'submit' }));
    await take(reviewer, entry, { action: 'approve' });
    expect(await stands()).toEqual(['2024-Q3 done']);
  });

  it('has an entry of a breakdown beside what is asked for of the whole', async () => {
    const { slug, id } = await newIndicator();
    await seed.figures({ indicator: id }, { '2024-Q2': 2 });
    await begin(await whole.as('reporter'), '2024-Q3', { indicator: slug, breakdown: 'kön=kvinnor' });
    const tasks = await tasksOn('2024-11-20', slug);
    expect(tasks.map(({ state, breakdown }) => [state, breakdown])).toEqual([
      ['overdue', ''],
      ['draft', 'kön=kvinnor'],
    ]);
  });

  const indicators: readonly [what: string, definition: Parameters<Seed['indicator']>[1], today: string, tasks: string[]][] = [
    ['one without a figure: the latest period only', {}, '2025-02-01', ['2024-Q4 due']],
    ['official statistics, which come by file: nothing', { officialStatistics: true }, '2025-02-01', []],
    ['one that nobody answers for: nothing', { ownerId: null }, '2025-02-01', []],
    ['one measured once a year', { cadence: 'year', lagDays: 50 }, '2025-02-19', ['2024 due']],
    ['one measured once a year, the day before', { cadence: 'year', lagDays: 50 }, '2025-02-18', ['2023 overdue']],
    ['one measured some years', { cadence: 'irregular', irregularYears: [2018, 2022, 2026] }, '2025-02-01', ['2022 overdue']],
    ['one measured no year that is said', { cadence: 'irregular', irregularYears: [] }, '2025-02-01', []],
    ['one measured every month', { cadence: 'month', lagDays: 0, graceDays: 0 }, '2025-03-01', ['2025-M02 overdue']],
    ['a leap year', { cadence: 'month', lagDays: 1, graceDays: 1 }, '2024-03-01', ['2024-M02 due']],
  ];
  for (const [what, definition, today, tasks] of indicators) {
    it(`of ${what}`, async () => {
      const { slug } = await newIndicator(definition);
      expect(told(await tasksOn(today, slug))).toEqual(tasks);
    });
  }

  it('is where it stands, at every step, and once', async () => {
    const { slug, id } = await newIndicator();
    await seed.figures({ indicator: id }, { '2024-Q2': 2 });
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    const stands = async () => told((await tasksOn('2024-11-20', slug)).filter(({ period }) => period === '2024-Q3'));
    expect(await stands()).toEqual(['2024-Q3 overdue']);
    let entry = entryIn(await begin(reporter, '2024-Q3', { indicator: slug }));
    expect(await stands()).toEqual(['2024-Q3 draft']);
    entry = entryIn(await take(reporter, entry, { action: 'submit' }));
    expect(await stands()).toEqual(['2024-Q3 submitted']);
    entry = entryIn(await take(reviewer, entry, { action: 'return', reason: 'Räkna om' }));
    expect([await stands(), (await tasksOn('2024-11-20', slug))[0]?.returnedReason]).toEqual([['2024-Q3 returned'], 'Räkna om']);
    entry = entryIn(await take(reporter, entry, { action: 'submit' }));
    await take(reviewer, entry, { action: 'approve' });
    expect(await stands()).toEqual(['2024-Q3 done']);
  });

  it('has the latest fifty that are done, however many were entered', async () => {
    // Another department's, since what the other specs finish counts among the fifty.
    const [{ id: ownerId } = { id: 0 }] = await whole.rows<{ id: number }>(`select id from actor where slug = 'kultur'`);
    const { slug, id } = await newIndicator({ cadence: 'month', ownerId });
    await seed.figures({ indicator: id }, { '2010-M01': 1 });
    const [series] = await whole.rows<{ id: number }>(`select id from series_head where indicator_id = ${id}`);
    await whole.rows(
      `insert into entry (series_id, period, period_end, state, version, value, quality, answers, is_correction, created_at, updated_at)
       select ${series!.id}, 2011 + n / 12 || '-M' || lpad((n % 12 + 1)::text, 2, '0'), (2011 + n / 12) * 12 + n % 12 + 1, 'approved', 3, n, 'final', '[]',
              false, now(), now() - make_interval(mins => 60 - n) from generate_series(0, 59) n`,
    );
    const done = (await tasksOn('2016-02-01', slug, 'neighbour')).filter(({ state }) => state === 'done');
    expect(done.map(({ value }) => value).sort((a, b) => a! - b!)).toEqual(Array.from({ length: 50 }, (_, at) => at + 10));
  });

  it('has a correction of official statistics by hand, until some time after it is approved, and its reason for being returned', async () => {
    const { slug, id } = await newIndicator({ officialStatistics: true });
    await seed.figures({ indicator: id }, { '2024-Q2': 2 });
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    const reason = 'SCB har rättat';
    let entry = entryIn(await begin(reporter, '2024-Q2', { indicator: slug, value: 3, reason }));
    expect(told(await tasksOn('2025-02-01', slug))).toEqual(['2024-Q2 draft']);
    entry = entryIn(await take(reporter, entry, { action: 'submit' }));
    entry = entryIn(await take(reviewer, entry, { action: 'return', reason: 'Vilken tabell?' }));
    expect((await tasksOn('2025-02-01', slug)).map(({ state, returnedReason }) => [state, returnedReason])).toEqual([
      ['returned', 'Vilken tabell?'],
    ]);
    entry = entryIn(await take(reporter, entry, { action: 'submit' }));
    await take(reviewer, entry, { action: 'approve' });
    expect(told(await tasksOn('2025-02-01', slug))).toEqual(['2024-Q2 done']);
  });

  it('keeps its place when somebody has begun it: what is late stays before what is not', async () => {
    const { slug, id } = await newIndicator();
    await seed.figures({ indicator: id }, { '2024-Q2': 2 });
    await begin(await whole.as('reporter'), '2024-Q3', { indicator: slug });
    expect(told(await tasksOn('2025-01-20', slug))).toEqual(['2024-Q3 draft', '2024-Q4 due']);
  });

  it('stands in the order of what is most pressing', async () => {
    const order: readonly Task['state'][] = ['returned', 'overdue', 'due', 'preliminary', 'submitted', 'done'];
    const pressing = ({ state, lastDay }: Task) => (state !== 'draft' ? state : lastDay < '2025-02-01' ? 'overdue' : 'due');
    const tasks = await tasksOn('2025-02-01');
    const places = tasks.map((task) => order.indexOf(pressing(task)));
    expect(tasks.length).toBeGreaterThan(1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const state of order) {
      const lastDays = tasks.filter((task) => pressing(task) === state).map(({ lastDay }) => lastDay);
      expect(lastDays)
        .withContext(state)
        .toEqual([...lastDays].sort());
    }
  });

  const people: readonly [person: Person, departments: string[] | 'refused'][] = [
    ['reporter', ['utvecklingsavdelningen']],
    ['both', ['utvecklingsavdelningen']],
    ['neighbour', ['kultur']],
    ['reviewer', 'refused'],
    ['strategist', 'refused'],
    ['nobody', 'refused'],
  ];
  for (const [person, departments] of people) {
    it(`is the own department’s for ${person}`, async () => {
      const tasks = tasksOn('2025-02-01', undefined, person);
      if (departments === 'refused') await expectAsync(tasks).toBeRejectedWith(jasmine.objectContaining({ code: 'permission.forbidden' }));
      else expect([...new Set((await tasks).map(({ department }) => department.slug))]).toEqual(departments);
    });
  }
});
