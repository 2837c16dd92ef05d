import type { EntryForm, EntryStep } from '@slusen/contracts';
import type { EntryState } from '@slusen/domain';
import { aTarget } from '@slusen/testing';
import { DataSource } from 'typeorm';
import { AccountQuery } from '../identity/account.query.js';
import { Publications } from '../observations/publications.js';
import { begin, entryIn, submitted, take } from '../testing/entry-desk.js';
import type { Person } from '../testing/office.js';
import { Seed } from '../testing/seed.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { EntryDesk } from './entry-desk.js';

describe('a form for a figure', () => {
  let whole: WholeApplication;
  let seed: Seed;
  let development: number;
  let goal: number;
  let made = 0;
  beforeAll(async () => {
    whole = await wholeApplication();
    seed = new Seed(whole.app.get(DataSource).manager);
    development = (await whole.rows<{ id: number }>(`select id from actor where slug = 'utvecklingsavdelningen'`))[0]!.id;
    goal = (await whole.rows<{ id: number }>(`select id from goal where slug = 'fler-invanare'`))[0]!.id;
  }, 120_000);
  afterAll(() => whole.close());

  async function newIndicator(different: Parameters<Seed['indicator']>[1] = {}): Promise<{ slug: string; id: number }> {
    const slug = `blankett-${++made}`;
    const id = await seed.indicator(slug, { ownerId: development, ...different });
    whole.app.get(Publications).announce('everything');
    return { slug, id };
  }
  /** The form as it is on a day. */
  async function formOn(
    today: string,
    place: { indicator: string; period: string; territory?: string; breakdown?: string },
    person: Person = 'reporter',
  ): Promise<EntryForm> {
    const account = (await whole.app.get(AccountQuery).byUsername(person))!;
    const acting = { account, asOf: { today, known: undefined }, at: `${today}T08:00:00.000Z` };
    return whole.app.get(EntryDesk).formFor(acting, { territory: '0884', breakdown: '', ...place });
  }

  // Today, the cadence with its lag, the period, and the code it is refused with or the last day in time.
  const days: readonly [today: string, definition: Parameters<Seed['indicator']>[1], period: string, outcome: string][] = [
    ['2024-12-31', { cadence: 'year', lagDays: 50, graceDays: 30 }, '2024', '2025-03-21'],
    ['2024-01-01', { cadence: 'year' }, '2024', '2025-01-30'],
    ['2023-12-31', { cadence: 'year' }, '2024', 'period.not-begun'],
    ['2024-12-31', { cadence: 'year' }, '2024-Q4', 'period.wrong-cadence'],
    ['2024-12-31', { cadence: 'quarter', graceDays: 0 }, '2024-Q3', '2024-09-30'],
    ['2024-12-31', { cadence: 'month', lagDays: 1, graceDays: 0 }, '2024-M02', '2024-03-01'],
    ['2024-12-31', { cadence: 'irregular', irregularYears: [2022, 2026] }, '2024', 'period.wrong-cadence'],
    ['2024-12-31', { cadence: 'irregular', irregularYears: [2022, 2026] }, '2022', '2023-01-30'],
    ['2024-12-31', { cadence: 'irregular', irregularYears: [2022, 2026] }, '2026', 'period.not-begun'],
  ];
  for (const [today, definition, period, outcome] of days) {
    it(`on ${today} of ${period}, measured by the ${definition?.cadence}: ${outcome}`, async () => {
      const { slug } = await newIndicator(definition);
      const form = formOn(today, { indicator: slug, period });
      if (outcome.startsWith('period.')) await expectAsync(form).toBeRejectedWith(jasmine.objectContaining({ code: outcome }));
      else expect(await form).toEqual(jasmine.objectContaining({ today, period, lastDay: outcome, history: [] }));
    });
  }

  it('shows what the public sees, and nothing that waits for its time', async () => {
    const { slug, id } = await newIndicator();
    await seed.figures({ indicator: id }, { 2022: 1, 2023: 'confidential' });
    await seed.figures({ indicator: id }, { 2022: 2 }, { revision: 2 });
    await seed.figures({ indicator: id }, { 2024: 99 }, { publishAt: new Date('2999-01-01') });
    const { history } = await formOn('2025-02-01', { indicator: slug, period: '2024' });
    expect(history.map(({ period, value, missing, revision }) => [period, value ?? missing, revision])).toEqual([
      ['2022', 2, 2],
      ['2023', 'confidential', 1],
    ]);
  });

  it('shows the path and what it expects of the period, where the target is about the figure itself', async () => {
    const { slug, id } = await newIndicator();
    await seed.target(goal, id, aTarget({ 2020: 100, 2030: 200 }));
    whole.app.get(Publications).announce('everything');
    const form = await formOn('2026-02-01', { indicator: slug, period: '2025' });
    expect(form.goals.map(({ expected, target }) => [expected, target.points.length])).toEqual([[150, 2]]);
    expect(form.twelveMonths).toBeUndefined();
    expect((await formOn('2026-02-01', { indicator: slug, period: '2019' })).goals[0]?.expected).toBeUndefined();
  });

  it('shows the path of each goal that the indicator measures, in the order of the strategy, and none for a part of the whole', async () => {
    const { slug, id } = await newIndicator({ perLocality: ['0884-frodinge'] });
    const [{ area } = { area: 0 }] = await whole.rows<{ area: number }>(`select area_id as area from goal where id = ${goal}`);
    const other = await seed.goal(area, 'fler-i-arbete', { nameSv: 'Fler i arbete' });
    await seed.target(goal, id, aTarget({ 2020: 100, 2030: 200 }));
    await seed.target(other, id, aTarget({ 2020: 100, 2030: 300 }));
    whole.app.get(Publications).announce('everything');
    const place = { indicator: slug, period: '2025' };
    const { goals } = await formOn('2026-02-01', place);
    expect(goals.map(({ expected }) => expected).toSorted()).toEqual([150, 200]);
    expect(new Set(goals.map(({ goal: { name } }) => name.sv)).size).toBe(2);
    expect((await formOn('2026-02-01', { ...place, territory: '0884-frodinge' })).goals).toEqual([]);
  });

  it('expects nothing of the first months of what accumulates, which are judged with their year', async () => {
    const { slug, id } = await newIndicator({ cadence: 'tertial', reporting: 'year-to-date', aggregation: 'sum' });
    await seed.target(goal, id, aTarget({ '2020-T3': 100, '2030-T3': 200 }));
    whole.app.get(Publications).announce('everything');
    const expected = async (period: string) => (await formOn('2026-02-01', { indicator: slug, period })).goals.map((one) => one.expected);
    expect(await Promise.all(['2025-T2', '2025-T3'].map(expected))).toEqual([[undefined], [150]]);
  });

  it('shows the twelve months that end with the period, where the target is about those', async () => {
    const { slug, id } = await newIndicator({ cadence: 'quarter', aggregation: 'sum', mayRepeat: true });
    await seed.target(goal, id, aTarget({ '2020-Q4': 100, '2030-Q4': 200 }, { measure: 'rolling-12-months' }));
    await seed.figures({ indicator: id }, { '2024-Q1': 10, '2024-Q2': 20, '2024-Q3': 30 });
    whole.app.get(Publications).announce('everything');
    const form = () => formOn('2026-02-01', { indicator: slug, period: '2024-Q4' });
    expect((await form()).twelveMonths).toEqual({ value: undefined });
    expect((await form()).goals.map(({ expected }) => expected)).toEqual([140]);
    await begin(await whole.as('reporter'), '2024-Q4', { indicator: slug, value: 40 });
    expect([(await form()).twelveMonths?.value, (await form()).isOngoing]).toEqual([100, false]);
  });

  it('leaves what does not count out of the twelve months: a preliminary value of a period that goes on', async () => {
    const { slug, id } = await newIndicator({ cadence: 'quarter', aggregation: 'sum', mayRepeat: true });
    await seed.target(goal, id, aTarget({ '2020-Q4': 100, '2030-Q4': 200 }, { measure: 'rolling-12-months' }));
    await seed.figures({ indicator: id }, { '2026-Q1': 10, '2026-Q2': 20, '2026-Q3': 30 });
    whole.app.get(Publications).announce('everything');
    await begin(await whole.as('reporter'), '2026-Q4', { indicator: slug, value: 40, quality: 'preliminary' });
    const form = await formOn('2026-12-30', { indicator: slug, period: '2026-Q4' });
    expect([form.twelveMonths, form.isOngoing, form.startingQuality]).toEqual([{ value: undefined }, true, 'preliminary']);
  });

  it('begins with how sure the value before was when it was first said, and with final where there is none', async () => {
    const { slug, id } = await newIndicator({ mayRepeat: true });
    const starting = async (period: string) => (await formOn('2026-02-01', { indicator: slug, period })).startingQuality;
    expect(await starting('2025')).toBe('final');
    await seed.figures({ indicator: id }, { 2023: 1 }, { quality: 'preliminary' });
    await seed.figures({ indicator: id }, { 2023: 1 }, { quality: 'final', revision: 2 });
    await seed.figures({ indicator: id }, { 2024: 1 }, { quality: 'estimated' });
    expect(await Promise.all(['2022', '2024', '2025'].map(starting))).toEqual(['final', 'preliminary', 'estimated']);
  });

  it('tells how the figure was counted last: in the nearest period before that was approved, or else the nearest after', async () => {
    const { slug } = await newIndicator();
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    for (const [period, comment] of [
      ['2021', 'Gammalt'],
      ['2023', 'Nyast'],
      ['2022', 'Däremellan'],
    ] as const)
      entryIn(
        await take(reviewer, await submitted(reporter, period, { indicator: slug, comment, sourceNote: `Pärm ${period}` }), {
          action: 'approve',
        }),
      );
    await begin(reporter, '2024', { indicator: slug, comment: 'Ett utkast' });
    const lastTime = async (period: string) => (await formOn('2025-02-01', { indicator: slug, period })).lastTime;
    expect(await lastTime('2024')).toEqual({ period: '2023', comment: 'Nyast', sourceNote: 'Pärm 2023' });
    expect(await lastTime('2023')).toEqual({ period: '2022', comment: 'Däremellan', sourceNote: 'Pärm 2022' });
    expect(await lastTime('2022')).toEqual({ period: '2021', comment: 'Gammalt', sourceNote: 'Pärm 2021' });
    expect((await lastTime('2020'))?.period).toBe('2021');
  });

  it('is of its place: another part or territory has another history and another entry', async () => {
    const { slug, id } = await newIndicator({ perLocality: ['0884-frodinge'] });
    await seed.figures({ indicator: id, territory: '0884-frodinge' }, { 2023: 5 });
    const draft = entryIn(await begin(await whole.as('reporter'), '2024', { indicator: slug, territory: '0884-frodinge' }));
    const there = await formOn('2025-02-01', { indicator: slug, period: '2024', territory: '0884-frodinge' });
    expect([there.territory.name.sv, there.history.length, there.entry?.id]).toEqual(['Frödinge', 1, draft.id]);
    for (const other of [{}, { territory: '0884-frodinge', breakdown: 'kon=kvinnor' }]) {
      const { history, entry } = await formOn('2025-02-01', { indicator: slug, period: '2024', ...other });
      expect([history, entry]).toEqual([[], undefined]);
    }
    await expectAsync(formOn('2025-02-01', { indicator: slug, period: '2024', territory: '9999' })).toBeRejectedWith(
      jasmine.objectContaining({ code: 'territory.not-found' }),
    );
  });

  describe('holds the entry under way', () => {
    const states: readonly [state: EntryState, steps: readonly [who: Person, step: EntryStep][], seenBy: readonly Person[]][] = [
      ['draft', [], ['reporter', 'colleague', 'both']],
      ['submitted', [['reporter', { action: 'submit' }]], ['reporter', 'colleague', 'both', 'reviewer', 'second']],
      [
        'returned',
        [
          ['reporter', { action: 'submit' }],
          ['reviewer', { action: 'return', reason: 'Räkna om' }],
        ],
        ['reporter', 'colleague', 'both', 'reviewer', 'second'],
      ],
    ];
    for (const [state, steps, seenBy] of states) {
      it(`for ${seenBy.join(', ')} when it is ${state}, by every way to it`, async () => {
        const { slug } = await newIndicator();
        let entry = entryIn(await begin(await whole.as('reporter'), '2024', { indicator: slug, comment: 'Ett utkast' }));
        for (const [who, step] of steps) entry = entryIn(await take(await whole.as(who), entry, step));
        expect(entry.state).toBe(state);
        for (const person of ['reporter', 'colleague', 'both', 'reviewer', 'second'] as const) {
          const isSeen = seenBy.includes(person);
          const form = await formOn('2025-02-01', { indicator: slug, period: '2024' }, person);
          expect(form.entry?.comment)
            .withContext(`form, ${person}`)
            .toBe(isSeen ? 'Ett utkast' : undefined);
          const read = await (await whole.as(person)).get(`/api/entries/${entry.id}`);
          expect(read.status)
            .withContext(`entry, ${person}`)
            .toBe(isSeen ? 200 : 404);
        }
      });
    }
  });

  const people: readonly [person: Person, isShown: boolean][] = [
    ['reporter', true],
    ['both', true],
    ['reviewer', true],
    ['neighbour', false],
    ['politician', false],
    ['strategist', false],
    ['administrator', false],
    ['nobody', false],
  ];
  for (const [person, isShown] of people) {
    it(`${isShown ? 'is' : 'is not'} for ${person} to see`, async () => {
      const { slug } = await newIndicator();
      const form = formOn('2025-02-01', { indicator: slug, period: '2024' }, person);
      if (isShown) expect((await form).indicator.slug).toBe(slug);
      else await expectAsync(form).toBeRejectedWith(jasmine.objectContaining({ code: 'permission.hidden' }));
    });
  }
});
