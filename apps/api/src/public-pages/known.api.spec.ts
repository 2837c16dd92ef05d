import { indicatorPage, seriesView } from '@slusen/contracts';
import { parsePeriod, periodPosition, RULE_VERSION, stockholmDate } from '@slusen/domain';
import { aTarget } from '@slusen/testing';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { IndicatorDefinitionRow } from '../indicators/indicator-definition.row.js';
import { SeriesBreakRow } from '../indicators/series-break.row.js';
import { ObservationRow } from '../observations/observation.row.js';
import { OpenDataModule } from '../open-data/open-data.module.js';
import { TargetRow } from '../targets/target.row.js';
import { sealSeed } from '../testing/seed.js';
import { seedSmallWorld, type SmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { PublicPagesModule } from './public-pages.module.js';

/** One thing that was recorded; waits are milliseconds. */
type Step =
  | { readonly kind: 'figure'; readonly period: '2023' | '2024' | '2025'; readonly value: number; readonly waits: number }
  | { readonly kind: 'definition'; readonly decimals: number }
  | { readonly kind: 'target'; readonly final: number }
  | { readonly kind: 'break'; readonly period: string };

/** What the model knows: the step, with the moment it was recorded and, of a figure, the moment it became public. */
type Known = Step & { readonly at: number; readonly publicAt: number };

const PERIODS = ['2023', '2024', '2025'] as const;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('figure' as const),
      period: fc.constantFrom(...PERIODS),
      value: fc.integer({ min: 1, max: 99 }),
      waits: fc.constantFrom(0, 0, 8, 25),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('definition' as const), decimals: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('target' as const), final: fc.integer({ min: 100, max: 199 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('break' as const), period: fc.constantFrom('1990', '1991', '1992') }) },
);

describe('what was known', () => {
  let test: TestApplication;
  let world: SmallWorld;
  let made = 0;
  beforeAll(async () => {
    // The program's clock is ahead of the database's, so that nothing recorded here lies in its future.
    test = await testApplication([PublicPagesModule, OpenDataModule], { now: new Date(Date.now() + 3_600_000).toISOString() });
    world = await seedSmallWorld(test.seed);
  }, 120_000);
  afterAll(() => test.close());

  const get = async (path: string) => test.app.inject({ url: path });
  const instant = (at: number): string => new Date(at).toISOString();

  /** What the API says of the indicator for a moment, in the words of the model. */
  async function served(slug: string, at: number | undefined) {
    const known = at === undefined ? '' : `?known=${encodeURIComponent(instant(at))}`;
    const series = seriesView.parse((await get(`/api/indicators/${slug}/series${known}`)).json());
    const page = indicatorPage.parse((await get(`/api/indicators/${slug}${known}`)).json());
    return {
      figures: Object.fromEntries(series.points.map(({ period, value }) => [period, value])),
      corrections: page.corrections.length,
      decimals: page.indicator.decimals,
      target: page.goals[0]?.target?.points.at(-1)?.value,
      breaks: page.indicator.breaks.map(({ firstPeriod }) => firstPeriod),
    };
  }

  function modelled(steps: readonly Known[], at: number) {
    const recorded = steps.filter((known) => known.at <= at);
    const figures: Record<string, number> = {};
    let corrections = 0;
    for (const period of PERIODS) {
      const own = steps.filter((known) => known.kind === 'figure' && known.period === period);
      const shown = own.filter((known) => Math.max(known.at, known.publicAt) <= at);
      const latest = shown.at(-1);
      if (latest?.kind === 'figure') figures[period] = latest.value;
      // A correction can overtake a figure that waits for its time, which nobody then sees.
      const publicFrom = (known: Known) => Math.max(known.at, known.publicAt);
      const seen = shown.filter((known, at) => shown.slice(at + 1).every((later) => publicFrom(later) > publicFrom(known)));
      corrections += Math.max(0, seen.length - 1);
    }
    const last = <Kind extends Step['kind']>(kind: Kind) =>
      recorded.findLast((known) => known.kind === kind) as Extract<Known, { kind: Kind }>;
    const breaks = recorded.flatMap((known) => (known.kind === 'break' ? [known.period] : []));
    return { figures, corrections, decimals: last('definition')?.decimals ?? 0, target: last('target')?.final, breaks: breaks.sort() };
  }

  /** Records the steps one after the other, each in a transaction of its own. */
  async function record(slug: string, steps: readonly Step[]): Promise<{ history: Known[]; early: { at: number; said: unknown }[] }> {
    const indicatorId = await test.seed.indicator(slug, { decimals: 0 });
    await test.seed.target(world.moreInhabitants, indicatorId);
    const history: Known[] = [];
    const early: { at: number; said: unknown }[] = [];
    for (const one of steps) {
      const publicAt = Date.now() + (one.kind === 'figure' ? one.waits : 0);
      const at = await inTransaction((manager) => store(manager, { indicatorId, step: one, history, publicAt }));
      history.push({ ...one, at, publicAt });
      // Asked while it was fresh: the answer must be the same when it is asked again at the end.
      await sleep(2);
      early.push({ at, said: await served(slug, at) });
    }
    return { history, early };
  }

  async function inTransaction(work: (manager: EntityManager) => Promise<unknown>): Promise<number> {
    await test.dataSource.transaction(async (manager) => {
      await work(manager);
      await sealSeed(manager);
    });
    const [last] = await test.dataSource.query<{ at: Date }[]>('select at from record order by seq desc limit 1');
    return last?.at.getTime() ?? 0;
  }

  async function store(
    manager: EntityManager,
    { indicatorId, step: one, history, publicAt }: { indicatorId: number; step: Step; history: readonly Known[]; publicAt: number },
  ): Promise<unknown> {
    const revision =
      1 +
      history.filter((known) => known.kind === one.kind && (one.kind !== 'figure' || (known as typeof one).period === one.period)).length;
    if (one.kind === 'definition') {
      const {
        id: _,
        recordId: __,
        ...before
      } = await manager.findOneOrFail(IndicatorDefinitionRow, { where: { indicatorId }, order: { revision: 'desc' } });
      return manager.insert(IndicatorDefinitionRow, {
        ...before,
        revision: revision + 1,
        decimals: one.decimals,
        changeReason: 'Noggrannare',
      });
    }
    if (one.kind === 'target')
      return insertTarget(manager, { indicatorId, goalId: world.moreInhabitants, revision: revision + 1, final: one.final });
    if (one.kind === 'break') {
      if (history.some((known) => known.kind === 'break' && known.period === one.period)) return undefined;
      return manager.insert(SeriesBreakRow, {
        indicatorId,
        firstPeriod: one.period,
        revision: 1,
        isWithdrawn: false,
        reasonSv: 'Ny metod',
      });
    }
    const figure = {
      period: one.period,
      periodEnd: periodPosition(parsePeriod(one.period)),
      value: one.value,
      revision,
      publishAt: new Date(publicAt),
    };
    const seriesId = await test.seed.series({ indicator: indicatorId });
    return manager.insert(ObservationRow, { ...figure, seriesId, quality: 'final', provenance: 'exact', source: 'SCB' });
  }

  function insertTarget(
    manager: EntityManager,
    { indicatorId, goalId, revision, final }: { indicatorId: number; goalId: number; revision: number; final: number },
  ) {
    const columns = test.seed.targetColumns(aTarget({ 2020: 10, 2030: final }));
    return manager.insert(TargetRow, { ...columns, goalId, indicatorId, revision, changeReason: 'Nytt beslut' });
  }

  it('is the same for ever, whatever was recorded, corrected, embargoed or decided since', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const unique = steps.filter(
          (one, at) => one.kind !== 'break' || !steps.slice(0, at).some((other) => other.kind === 'break' && other.period === one.period),
        );
        const slug = `kant-${++made}`;
        const { history, early } = await record(slug, unique);
        const moments = history
          .flatMap(({ at, publicAt }) => [at - 1, at, publicAt - 1, publicAt])
          .filter((at) => at >= (history[0]?.at ?? 0));
        await sleep(Math.max(0, Math.max(...moments) - Date.now()) + 2);
        for (const at of moments)
          expect(await served(slug, at))
            .withContext(instant(at))
            .toEqual(modelled(history, at));
        for (const { at, said } of early)
          expect(said)
            .withContext(`asked at once for ${instant(at)}`)
            .toEqual(modelled(history, at));
        expect(await served(slug, undefined)).toEqual(modelled(history, Number.MAX_SAFE_INTEGER));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  describe('is asked for', () => {
    // The day in Stockholm by the clock of the application, which is an hour ahead.
    const today = () => stockholmDate(new Date(Date.now() + 3_600_000).toISOString());
    const PATHS = [
      '/api/start',
      '/api/areas/leva',
      '/api/goals/fler-invanare',
      '/api/indicators',
      '/api/indicators/folkmangd',
      '/api/actors',
      '/api/strategy/comparison',
      '/api/strategy/no-longer-followed-up',
    ];

    it('by the date of today, which means now', async () => {
      for (const path of PATHS)
        expect((await get(`${path}?known=${today()}`)).body)
          .withContext(path)
          .toBe((await get(path)).body);
    });

    const refused: [known: string, code: string][] = [
      ['2999-01-01', 'known.in-future'],
      ['2999-01-01T12:00:00Z', 'known.in-future'],
      ['2026-02-30', 'known.malformed'],
      ['2026-04-27T12:00:00', 'known.malformed'],
      ['i går', 'known.malformed'],
      ['', 'known.malformed'],
    ];
    for (const [known, code] of refused) {
      it(`in words that are understood: not ${known || 'nothing'}`, async () => {
        for (const path of [...PATHS, '/api/indicators/folkmangd/series', '/api/indicators/folkmangd/series.csv']) {
          const answer = await get(`${path}?known=${encodeURIComponent(known)}`);
          expect([answer.statusCode, answer.json<{ code: string }>().code]).withContext(path).toEqual([400, code]);
        }
      });
    }

    it('once', async () => expect((await get('/api/start?known=2026-01-01&known=2026-01-02')).statusCode).toBe(400));

    it('from when anything was recorded: before it every answer says so in one sentence', async () => {
      const series = ['series', 'series.csv'].map((name) => `/api/indicators/folkmangd/${name}`);
      const paths = [
        '/api/start',
        '/api/areas/leva',
        '/api/goals/fler-invanare',
        '/api/indicators',
        '/api/indicators/folkmangd',
        '/api/actors',
        ...series,
      ];
      for (const path of paths) {
        const answer = await get(`${path}?known=2019-01-01`);
        const { code, detail } = answer.json<{ code: string; detail: string }>();
        expect([answer.statusCode, code]).withContext(path).toEqual([404, 'history.not-found']);
        expect(detail).toMatch(/^Nothing had been recorded yet at 2019-01-01T22:59:59\.999Z; what is kept here begins on \d{4}-/);
      }
    });

    it('until the end of a day in Stockholm', async () => {
      const slug = 'kant-dygn';
      const indicatorId = await test.seed.indicator(slug);
      await test.seed.figures({ indicator: indicatorId }, { 2024: 7 });
      const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
      expect((await get(`/api/indicators/${slug}/series?known=${yesterday}`)).statusCode).toBe(404);
      expect(
        (await get(`/api/indicators/${slug}/series?known=${encodeURIComponent(new Date(Date.now() + 60_000).toISOString())}`)).statusCode,
      ).toBe(200);
    });
  });

  it('names the rules it was judged by, and the moment, in every answer', async () => {
    const at = new Date().toISOString();
    const now = await get('/api/goals/fler-invanare');
    const then = await get(`/api/goals/fler-invanare?known=${encodeURIComponent(at)}`);
    expect([now.headers['slusen-rules'], then.headers['slusen-rules']]).toEqual([RULE_VERSION, RULE_VERSION]);
    expect([now.headers['slusen-known'], then.headers['slusen-known']]).toEqual([undefined, at]);
  });
});
