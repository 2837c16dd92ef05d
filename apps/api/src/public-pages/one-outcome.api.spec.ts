import type { IndicatorList, IndicatorPageView, StartPageView } from '@slusen/contracts';
import { certaintyText, type MissingKind, type Quality, type Target } from '@slusen/domain';
import { aTarget } from '@slusen/testing';
import { DataSource } from 'typeorm';
import { OverviewQuery } from '../follow-up/overview.query.js';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { NOW, seedSmallWorld, type SmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { Publications } from '../observations/publications.js';
import { PublicPagesModule } from './public-pages.module.js';
import { RecentChangeViews } from './recent-change-views.js';

type Figures = Readonly<Record<string, number | MissingKind>>;
type Definition = Parameters<TestApplication['seed']['indicator']>[1];

/** A figure of a period that goes on, or known ahead of it, as somebody entered it. */
interface Early {
  readonly figures: Figures;
  readonly as: { readonly quality: Quality; readonly isFinalEarly?: boolean };
}

interface Case {
  readonly definition: Definition;
  readonly figures: Figures;
  readonly early?: Early;
  /** How sure the figures are that are not early. */
  readonly quality?: Quality;
  /** The first period after a series break. */
  readonly cut?: string;
  readonly target?: Target;
  /** The period that everything on the page is about, the value, and what is waited for. */
  readonly outcome: readonly [period: string, value: number];
  readonly heading: RegExp;
  readonly next: string | undefined;
  /** What is missing beside it. */
  readonly missing?: readonly string[];
  readonly ongoing?: readonly string[];
}

const quarterly: Definition = { cadence: 'quarter', lagDays: 30, graceDays: 30, aggregation: 'sum', unitSv: 'besök' };
const monthly: Definition = { ...quarterly, cadence: 'month' };
const months = (year: number, from: number, to: number, value: number): Figures =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, at) => [`${year}-M${String(from + at).padStart(2, '0')}`, value] as const));

/** Today is 23 November 2026, and everything is recorded today. */
const cases: Readonly<Record<string, Case>> = {
  'October, published before its day': {
    definition: monthly,
    figures: { ...months(2025, 10, 12, 80), ...months(2026, 1, 9, 90), '2026-M10': 100 },
    outcome: ['2026-M10', 100],
    heading: /^100 besök i oktober 2026, 20 fler än i oktober 2025$/,
    next: '2026-M11',
  },
  'quarter 3 while quarter 4 goes on': {
    definition: quarterly,
    figures: { '2025-Q3': 70, '2025-Q4': 75, '2026-Q1': 60, '2026-Q2': 65, '2026-Q3': 80 },
    early: { figures: { '2026-Q4': 30 }, as: { quality: 'preliminary' } },
    target: aTarget({ '2025-Q3': 70, '2027-Q3': 90 }, { tolerance: 1 }),
    outcome: ['2026-Q3', 80],
    heading: /^80 besök kvartal 3 2026, 10 fler än kvartal 3 2025$/,
    next: '2026-Q4',
    ongoing: ['2026-Q4'],
  },
  'quarter 4, final already with an answer to why': {
    definition: quarterly,
    figures: { '2025-Q4': 75, '2026-Q1': 60, '2026-Q2': 65, '2026-Q3': 80 },
    early: { figures: { '2026-Q4': 30 }, as: { quality: 'final', isFinalEarly: true } },
    outcome: ['2026-Q4', 30],
    heading: /^30 besök kvartal 4 2026, 45 färre än kvartal 4 2025$/,
    next: '2027-Q1',
  },
  'the election of this autumn': {
    definition: { cadence: 'irregular', irregularYears: [2018, 2022, 2026, 2030], lagDays: -100, decimals: 2, unitSv: '%' },
    figures: { 2018: 86.62, 2022: 84.05, 2026: 87.6 },
    outcome: ['2026', 87.6],
    heading: /^87,60 % 2026, 3,55 procentenheter högre än 2022$/,
    next: '2030',
  },
  'next year’s tax rate in November': {
    definition: { cadence: 'year', lagDays: -400, decimals: 2, unitSv: 'kronor' },
    figures: { 2025: 22.1, 2026: 22.1, 2027: 22.4 },
    outcome: ['2027', 22.4],
    heading: /^22,40 kronor 2027, 0,30 kronor högre än 2026$/,
    next: '2028',
  },
  '2025, though 2024 never came': {
    definition: { cadence: 'year', lagDays: 50, graceDays: 30 },
    figures: { 2022: 10, 2023: 11, 2025: 12 },
    outcome: ['2025', 12],
    heading: /^12 invånare 2025, inget värde att jämföra med$/,
    next: '2026',
    missing: ['2024'],
  },
  'twelve months to October while November goes on': {
    definition: monthly,
    figures: { ...months(2024, 11, 12, 5), ...months(2025, 1, 12, 10), ...months(2026, 1, 10, 10) },
    early: { figures: { '2026-M11': 3 }, as: { quality: 'estimated' } },
    target: aTarget({ '2025-M10': 110, '2027-M10': 130 }, { measure: 'rolling-12-months', tolerance: 1 }),
    outcome: ['2026-M10', 120],
    heading: /^120 besök de tolv månaderna till och med oktober 2026, 10 fler än ett år tidigare$/,
    next: '2026-M11',
    ongoing: ['2026-M11'],
  },
  'an index after a break, where the year before was not measured': {
    definition: { cadence: 'year', lagDays: 120, graceDays: 300, aggregation: 'none', unitSv: 'index' },
    figures: { 2022: 78, 2023: 81, 2025: 74 },
    cut: '2024',
    target: aTarget({ 2023: 81, 2027: 83 }, { tolerance: 1 }),
    outcome: ['2025', 74],
    heading: /^Index 74 år 2025, inte jämförbart med tiden före 2024$/,
    next: '2026',
    missing: ['2024'],
  },
  'twelve months of which all are preliminary': {
    definition: monthly,
    figures: { ...months(2024, 11, 12, 5), ...months(2025, 1, 12, 10), ...months(2026, 1, 10, 10) },
    quality: 'preliminary',
    target: aTarget({ '2025-M10': 110, '2027-M10': 130 }, { measure: 'rolling-12-months', tolerance: 1 }),
    outcome: ['2026-M10', 120],
    heading: /^120 besök de tolv månaderna till och med oktober 2026 \(preliminärt\), 10 fler än ett år tidigare$/,
    next: '2026-M11',
  },
  'January to August beside January to August, where figures accumulate': {
    definition: { cadence: 'tertial', reporting: 'year-to-date', aggregation: 'sum', lagDays: 30, graceDays: 60, unitSv: 'tkr' },
    figures: { '2025-T1': 30, '2025-T2': 60, '2025-T3': 90, '2026-T1': 33, '2026-T2': 66 },
    outcome: ['2026-T2', 66],
    heading: /^66 tkr januari–augusti 2026, 6 tkr högre än januari–augusti 2025$/,
    next: '2026-T3',
  },
};

const readable = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a page has one outcome', () => {
  let test: TestApplication;
  let world: SmallWorld;
  let made = 0;
  beforeAll(async () => {
    test = await testApplication([PublicPagesModule, FollowUpModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
  }, 120_000);
  afterAll(() => test.close());

  const get = async <View>(url: string): Promise<View> => (await test.app.inject({ url })).json<View>();

  async function show({ definition, figures, early, target, quality = 'final', cut }: Case): Promise<string> {
    const slug = `utfall-${++made}`;
    const indicator = await test.seed.indicator(slug, { unitEn: null, ...definition, nameSv: slug });
    await test.seed.figures({ indicator }, figures, { quality });
    if (cut) await test.seed.seriesBreak(indicator, cut, 'Ny metod');
    if (early) await test.seed.figures({ indicator }, early.figures, early.as);
    if (target) await test.seed.target(world.moreInhabitants, indicator, target);
    await test.recordedAt(NOW);
    test.app.get(Publications).announce('everything');
    return slug;
  }

  /** What is told as new and changed of one indicator, however much there is of others. */
  async function changesOf(slug: string): Promise<StartPageView['changes']> {
    const { views } = await test.app.get(RecentChangeViews).latest(1000, { today: '2026-11-23', known: undefined });
    return views.filter(({ indicator }) => indicator.slug === slug);
  }

  for (const [what, one] of Object.entries(cases)) {
    it(`of ${what}`, async () => {
      const slug = await show(one);
      const { quality = 'final' } = one;
      const page = await get<IndicatorPageView>(`/api/indicators/${slug}`);
      const [period, value] = one.outcome;
      expect(readable(page.headline.sv.heading)).toMatch(one.heading);
      expect([page.outcome.outcome?.period, page.outcome.outcome?.value]).toEqual([period, value]);
      expect([page.nextExpected?.period, page.missingValues.map((value) => value.period)]).toEqual([one.next, [...(one.missing ?? [])]]);
      expect(page.points.flatMap((point) => (point.isOngoing ? [point.period] : []))).toEqual([...(one.ongoing ?? [])]);
      for (const { assessed } of page.goals) {
        expect([assessed.explanation.outcome?.period, assessed.explanation.outcome?.value]).toEqual([period, value]);
        expect(assessed.sentences.sv.heading).toBe(page.headline.sv.heading);
      }
      const last = page.outlook[0]?.numbers.values.at(-1);
      if (last) expect([last.period, last.value]).toEqual([period, value]);
      if (one.target?.measure === 'rolling-12-months') expect(page.rolling?.at(-1)).toEqual({ period, value, quality });
      // One reason why nothing is compared, on the whole page.
      const incomparable = JSON.stringify(page).match(/inte jämförbart med tiden före \d+|inget värde att jämföra med/g) ?? [];
      expect(new Set(incomparable).size).toBeLessThanOrEqual(1);

      const list = await get<IndicatorList>(`/api/indicators?q=${slug}&limit=50`);
      const line = list.items.find((item) => item.slug === slug);
      expect([line?.latest, line?.measure]).toEqual([{ period, value, quality, provenance: 'exact' }, page.outcome.measure]);
      const said = certaintyText({ quality, provenance: 'exact' }, 'sv');
      expect(page.headline.sv.heading.includes(`(${said})`)).toBe(said !== undefined);

      const news = (await changesOf(slug)).map((change) => [change.period, change.value, change.quality, change.measure]);
      expect(news).toEqual([[period, value, quality, page.outcome.measure]]);

      const overview = await test.app.get(OverviewQuery).run({ today: '2026-11-23', known: undefined });
      const told = overview.areas.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators)).find((own) => own.slug === slug);
      expect(told?.heading.sv).toBe(one.target ? page.headline.sv.heading : undefined);
    });
  }

  it('which what came later of a period under way does not crowd out of what is new, however much of it there is', async () => {
    const { definition } = cases['quarter 3 while quarter 4 goes on']!;
    const slug = await show({ ...cases['quarter 3 while quarter 4 goes on']!, figures: { '2026-Q2': 65 } });
    const [{ id: indicator }] = await test.dataSource.query<[{ id: number }]>('select id from indicator where slug = $1', [slug]);
    await test.seed.figures({ indicator }, { '2026-Q3': 80 }, { quality: 'estimated', publishAt: new Date('2026-10-20') });
    for (const [revision, period] of [[2, '2026-Q4'], [1, '2027-Q1']] as const)
      await test.seed.figures({ indicator }, { [period]: 31 }, { revision, quality: 'preliminary', publishAt: new Date(`2026-11-2${revision}`) }); // prettier-ignore
    await test.seed.figures({ indicator }, { '2026-Q1': 'not-yet-published' });
    expect((await changesOf(slug)).map(({ period, value, quality }) => [period, value, quality])).toEqual([['2026-Q3', 80, 'estimated']]);

    const ahead = await test.seed.indicator(`${slug}-2`, { ...definition, nameSv: slug });
    await test.seed.figures({ indicator: ahead }, { '2026-Q4': 1 }, { quality: 'preliminary' });
    expect(await changesOf(`${slug}-2`)).toEqual([]);
  });

  it('or says which part its twelve months lack, and what they were last', async () => {
    const slug = await show({
      ...cases['quarter 4, final already with an answer to why']!,
      figures: { '2025-Q3': 70, '2025-Q4': 75, '2026-Q1': 60, '2026-Q2': 65 },
      target: aTarget({ '2024-Q4': 250, '2028-Q4': 300 }, { measure: 'rolling-12-months', tolerance: 1 }),
    });
    const { headline, outcome, goals, missingValues, nextExpected } = await get<IndicatorPageView>(`/api/indicators/${slug}`);
    const twelveMonths = 'de tolv månaderna till och med december 2026';
    expect([headline.sv.heading, headline.sv.lacking, headline.sv.caption].map((text) => readable(text ?? ''))).toEqual([
      `Inget värde för ${twelveMonths}, eftersom kvartal 3 2026 saknas; det senaste är 270 besök de tolv månaderna till och med juni 2026`,
      'kvartal 3 2026 saknas',
      twelveMonths,
    ]);
    expect([outcome.missingPeriod, outcome.missingParts, outcome.lastReal?.value]).toEqual(['2026-Q4', ['2026-Q3'], 270]);
    expect(goals[0]?.assessed.sentences.sv.status).toBe(
      `Kan inte bedömas. Det finns inget värde för ${twelveMonths}, eftersom kvartal 3 2026 saknas.`,
    );
    expect([missingValues.map(({ period }) => period), nextExpected?.period]).toEqual([['2026-Q3'], '2027-Q1']);
    const [line] = (await get<IndicatorList>(`/api/indicators?q=${slug}&limit=50`)).items.filter((item) => item.slug === slug);
    expect([line?.latest, line?.missing?.told.sv]).toEqual([
      { period: '2026-Q2', value: 270, quality: 'final', provenance: 'exact' },
      `${twelveMonths}: kvartal 3 2026 saknas`,
    ]);
    // The new figure itself is told all the same, as what it is.
    expect((await changesOf(slug)).map(({ period, value, measure }) => [period, value, measure])).toEqual([['2026-Q4', 30, 'value']]);
  });

  it('and a correction far back is told as the twelve months that it ends', async () => {
    const slug = await show(cases['twelve months to October while November goes on']!);
    const [{ id: indicator }] = await test.dataSource.query<[{ id: number }]>('select id from indicator where slug = $1', [slug]);
    const corrected = { revision: 2, provenance: 'rounded' } as const;
    await test.seed.figures({ indicator }, { '2026-M03': 12 }, corrected);
    const news = await changesOf(slug);
    expect(news.map(({ kind, period, value, provenance }) => [kind, period, value, provenance])).toEqual([
      ['corrected', '2026-M03', 122, 'rounded'],
    ]);
    expect(news.map(({ covered, certainty, part }) => [covered.sv, certainty?.sv, part?.en])).toEqual([
      ['de tolv månaderna till och med mars 2026', 'avrundat', 'March 2026'],
    ]);
  });

  it('and says so where no value is to come, or nobody has said who can move it', async () => {
    const definition: Definition = { cadence: 'irregular', irregularYears: [2013], unitSv: 'index' };
    const slug = await show({ ...cases['the election of this autumn']!, definition, figures: { 2013: 53 } });
    const { facts, nextExpected, missingValues } = await get<IndicatorPageView>(`/api/indicators/${slug}`);
    expect([nextExpected, missingValues]).toEqual([undefined, []]);
    expect(facts.map(({ term, told }) => `${term.sv}: ${told.sv}`)).toEqual(
      jasmine.arrayContaining(['Nästa värde: ingen mätning efter 2013 är planerad', 'Rådighet: inte angiven']),
    );
  });

  it('which no answer contradicts by saying that there is no target beside a status', async () => {
    for (const slug of ['folkmangd', 'gastnatter']) {
      const text = JSON.stringify(await get<IndicatorPageView>(`/api/indicators/${slug}`));
      expect(text).not.toContain('no-target');
      expect(text).not.toContain('inget beslutat målvärde');
    }
  });

  it('and each chart says which goal it is of, where two goals have one', async () => {
    const slug = await show({ ...cases['quarter 3 while quarter 4 goes on']! });
    const [{ id }] = await test.app.get(DataSource).query<[{ id: number }]>('select id from indicator where slug = $1', [slug]);
    await test.seed.target(world.moreGuests, id, aTarget({ '2025-Q3': 70, '2027-Q3': 80 }, { tolerance: 1 }));
    test.app.get(Publications).announce('everything');
    const { goals } = await get<IndicatorPageView>(`/api/indicators/${slug}`);
    expect(goals.map(({ chart }) => readable(chart?.heading.sv ?? ''))).toEqual([
      'fler-invanare: precis på målbanan kvartal 3 2026',
      'fler-gaster: 5 besök över målbanan kvartal 3 2026',
    ]);
  });

  it('from under an embargo nothing of it, then all at once', async () => {
    const slug = await show({ ...cases['October, published before its day']!, figures: { '2026-M09': 90 } });
    const [{ id }] = await test.app.get(DataSource).query<[{ id: number }]>('select id from indicator where slug = $1', [slug]);
    await test.seed.figures({ indicator: id }, { '2026-M10': 100 }, { publishAt: new Date('2999-01-01') });
    test.app.get(Publications).announce('everything');
    const page = await get<IndicatorPageView>(`/api/indicators/${slug}`);
    expect([page.outcome.outcome?.period, page.points.at(-1)?.period]).toEqual(['2026-M09', '2026-M09']);
    const { changes } = await get<StartPageView>('/api/start');
    expect(changes.filter((change) => change.indicator.slug === slug).map((change) => change.period)).not.toContain('2026-M10');
  });
});
