import { stockholmDate, type MissingKind } from '@slusen/domain';
import fc from 'fast-check';
import type { AsOf } from '../platform/as-of.js';
import { NOW } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { CorrectionsQuery } from './corrections.query.js';
import { RecentChangesQuery } from './recent-changes.query.js';
import { SeriesQuery } from './series.query.js';

const PERIODS = ['2022', '2023', '2024'] as const;
const HOUR = 3_600_000;

/** A figure as it is recorded: public at once, or so many hours later. */
interface Step {
  readonly period: (typeof PERIODS)[number];
  readonly figure: number | MissingKind;
  readonly hours: number;
}
/** What the model knows of it; times are milliseconds. */
interface Recorded extends Step {
  readonly revision: number;
  readonly publicAt: number;
  readonly recordedAt: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  period: fc.constantFrom(...PERIODS),
  figure: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom<MissingKind>('confidential', 'non-response', 'not-yet-published')),
  hours: fc.constantFrom(0, 0, 0, 5, 30, 60),
});

/** A value, or why there is none. */
type Figure = number | MissingKind | undefined;
const said = ({ value, missing }: { value?: number | undefined; missing?: MissingKind | undefined }): Figure => value ?? missing;
const day = ({ publicAt }: Recorded) => stockholmDate(new Date(publicAt).toISOString());

/** What the public saw of a period, one after the other: a revision that came later than the next one was never seen. */
function seen(history: readonly Recorded[], period: string, at: number): Recorded[] {
  const shown = history.filter((one) => one.period === period && one.publicAt <= at);
  const inTime = shown.sort((a, b) => a.publicAt - b.publicAt || b.revision - a.revision);
  return inTime.filter((one, place) => inTime.slice(0, place).every(({ revision }) => revision < one.revision));
}

/** Everything that is asked of the figures of one series, in the simplest words there are. */
function modelled(history: readonly Recorded[], at: number) {
  const current = PERIODS.flatMap((period) => seen(history, period, at).slice(-1));
  const all = PERIODS.flatMap((period) => seen(history, period, at).map((one, place) => ({ ...one, place })));
  const latestDay = all.map(day).sort().at(-1);
  const told = current.findLast((one) => day(one) === latestDay);
  return {
    series: current.map(({ period, figure, revision }) => ({ period, revision, figure: figure })),
    corrections: PERIODS.flatMap((period) => seen(history, period, at))
      .flatMap((to) => {
        const from = seen(history, to.period, at).findLast(({ revision }) => revision < to.revision);
        return from ? [{ to, from }] : [];
      })
      .sort((a, b) => b.to.recordedAt - a.to.recordedAt)
      .map(({ from, to }) => ({ period: to.period, revision: to.revision, from: from.figure, to: to.figure })),
    recent: told && {
      period: told.period,
      kind:
        all.find(({ period, revision }) => period === told.period && revision === told.revision)?.place === 0
          ? ('new' as const)
          : ('corrected' as const),
      publishedAt: told.publicAt,
      figure: told.figure as Figure,
    },
  };
}

describe('the figures of a series', () => {
  let test: TestApplication;
  let made = 0;
  beforeAll(async () => {
    test = await testApplication([], { now: NOW });
    await test.seed.territory('0884');
  }, 120_000);
  afterAll(() => test.close());

  const newIndicator = () => test.seed.indicator(`matt-${++made}`);
  const asOf = (at: number): AsOf => ({ today: '2026-11-23', known: new Date(at).toISOString() });

  async function recordAll(indicator: number, steps: readonly Step[]): Promise<Recorded[]> {
    const history: Recorded[] = [];
    const since = Date.now();
    for (const { period, figure, hours } of steps) {
      const revision = 1 + history.filter((one) => one.period === period).length;
      const publishAt = new Date(hours === 0 ? Date.now() : since + hours * HOUR);
      await test.seed.figures({ indicator }, { [period]: figure }, { revision, publishAt, reason: `Nr ${revision}` });
      const [{ at }] = await test.dataSource.query<[{ at: Date }]>('select at from record order by seq desc limit 1');
      history.push({ period, figure, hours, revision, recordedAt: at.getTime(), publicAt: Math.max(publishAt.getTime(), at.getTime()) });
    }
    return history;
  }

  /** What the queries say, in the words of the model. */
  async function served(indicatorId: number, moment: AsOf) {
    const key = { indicatorId, territory: '0884' };
    const { app } = test;
    const [points, corrections, recent] = await Promise.all([
      app.get(SeriesQuery).points(key, moment),
      app.get(CorrectionsQuery).run(key, moment),
      app.get(RecentChangesQuery).run({ territory: '0884', limit: 1000 }, moment),
    ]);
    const told = recent.find((one) => one.indicatorId === indicatorId);
    return {
      series: points.map(({ period, revision, value, missing }) => ({ period, revision, figure: said({ value, missing }) })),
      corrections: corrections.map(({ period, revision, from, to }) => ({ period, revision, from: said(from), to: said(to) })),
      recent: told && {
        period: told.period,
        kind: told.kind,
        publishedAt: Date.parse(told.publishedAt),
        figure: said(told),
      },
    };
  }

  it('are at every moment, also one to come, what the public sees then: none too early, none that was replaced before it was seen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const indicator = await newIndicator();
        const history = await recordAll(indicator, steps);
        const moments = history.flatMap(({ recordedAt, publicAt }) => [recordedAt - 1, recordedAt, publicAt - 1, publicAt]);
        // A record is dated a millisecond ahead, so what was recorded next may share a moment with the one before.
        for (const at of new Set(moments))
          expect(await served(indicator, asOf(at)))
            .withContext(JSON.stringify({ at, history }))
            .toEqual(modelled(history, at));
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  // hours until public, one revision of one period after the other; what is told as corrected at the end.
  const embargoes: readonly [what: string, hours: number[], corrections: string[]][] = [
    ['one after the other, as they are recorded', [0, 0, 0], ['2 → 3', '1 → 2']],
    ['a correction that waits is told when its time has come', [0, 5], ['1 → 2']],
    ['a correction that overtakes one that waits: the public never saw the one that waited', [0, 60, 5], ['1 → 3']],
    ['a figure corrected before anybody saw it is no correction', [5, 5], []],
    ['one brought forward', [60, 5], []],
    ['one corrected twice before anybody saw it, and once after', [5, 5, 30], ['2 → 3']],
  ];
  for (const [what, hours, expected] of embargoes) {
    it(`are told as corrected from what the public saw: ${what}`, async () => {
      const indicator = await newIndicator();
      const steps = hours.map((wait, at): Step => ({ period: '2024', figure: at + 1, hours: wait }));
      await recordAll(indicator, steps);
      const { corrections, recent, series } = await served(indicator, asOf(Date.now() + 100 * HOUR));
      expect(corrections.map(({ from, to }) => `${from} → ${to}`)).toEqual(expected);
      expect(series.map(({ figure }) => figure)).toEqual([hours.length]);
      expect([recent?.figure, recent?.kind]).toEqual([hours.length, expected.length > 0 ? 'corrected' : 'new']);
    });
  }

  it('carry everything that was recorded of them, and nothing that was not', async () => {
    const indicator = await newIndicator();
    const department = await test.seed.actor('avdelningen', { name: 'Avdelningen' });
    const more = {
      quality: 'estimated',
      provenance: 'derived',
      provenanceNote: 'Summa',
      margin: 1.25,
      respondents: 412,
      source: 'Enkät',
    } as const;
    await test.seed.figures({ indicator }, { 2023: 7.5 }, { ...more, departmentId: department });
    await test.seed.figures({ indicator }, { 2024: 'confidential' });
    const [full, bare] = await test.app.get(SeriesQuery).points({ indicatorId: indicator, territory: '0884' }, asOf(Date.now() + HOUR));
    expect(full).toEqual({
      period: '2023',
      value: 7.5,
      revision: 1,
      approvedBy: { sv: 'Avdelningen' },
      recordedAt: jasmine.any(String),
      ...more,
    });
    expect(bare).toEqual({
      ...{ period: '2024', missing: 'confidential', revision: 1, quality: 'final', provenance: 'exact', source: 'SCB' },
      recordedAt: jasmine.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
  });

  it('are told once for each indicator, the latest first, as many as are asked for', async () => {
    const indicators = [await newIndicator(), await newIndicator(), await newIndicator()];
    for (const indicator of indicators)
      await recordAll(
        indicator,
        PERIODS.map((period) => ({ period, figure: 1, hours: 0 })),
      );
    const recent = await test.app.get(RecentChangesQuery).run({ territory: '0884', limit: 2 }, asOf(Date.now() + 1));
    expect(recent.map(({ indicatorId, period }) => [indicatorId, period])).toEqual([
      [indicators[2]!, '2024'],
      [indicators[1]!, '2024'],
    ]);
    expect(await test.app.get(RecentChangesQuery).run({ territory: 'ingenstans', limit: 5 }, asOf(Date.now()))).toEqual([]);
  });

  it('of parts and other places are not those of the whole', async () => {
    const indicator = await newIndicator();
    await test.seed.territory('0883');
    await test.seed.figures({ indicator, breakdown: 'kon=kvinnor' }, { 2024: 1 });
    await test.seed.figures({ indicator, territory: '0883' }, { 2024: 2 });
    expect(await served(indicator, asOf(Date.now() + HOUR))).toEqual({ series: [], corrections: [], recent: undefined });
    const part = await test.app
      .get(SeriesQuery)
      .points({ indicatorId: indicator, territory: '0884', breakdown: 'kon=kvinnor' }, asOf(Date.now() + HOUR));
    expect(part.map(({ value }) => value)).toEqual([1]);
    const there = await test.app.get(SeriesQuery).points({ indicatorId: indicator, territory: '0883' }, asOf(Date.now() + HOUR));
    expect(there.map(({ value }) => value)).toEqual([2]);
  });
});
