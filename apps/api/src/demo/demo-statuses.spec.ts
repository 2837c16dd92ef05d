import { readFile } from 'node:fs/promises';
import { type StrategyFile } from '@slusen/contracts';
import { assess, comparePeriods, parsePeriod, periodCode, rollUp, type Explanation, type Observation, type Target } from '@slusen/domain';
import { parse } from 'csv-parse/sync';
import { readDemoContent } from './demo-content.js';
import { exampleSeries } from './example-series.js';

type StrategyFileTarget = StrategyFile['areas'][number]['goals'][number]['targets'][number];

type Row = Readonly<Record<string, string>>;

function toTarget(target: StrategyFileTarget): Target {
  if (target.kind === 'band') {
    return {
      ...target,
      baselinePeriod: parsePeriod(target.baselinePeriod),
      finalPeriod: parsePeriod(target.finalPeriod),
    };
  }
  const at = (point: { period: string; value: number }) => ({ period: parsePeriod(point.period), value: point.value });
  return { ...target, baseline: at(target.baseline), milestones: target.milestones.map(at), final: at(target.final) };
}

function toObservation(row: Row): Observation {
  const outcome = row['missing'] ? { missing: row['missing'] as 'not-measured' } : { value: Number(row['value']) };
  return {
    ...outcome,
    period: parsePeriod(row['period'] ?? ''),
    revision: 1,
    quality: 'final',
    provenance: row['provenance'] as 'exact',
    source: row['source'] ?? '',
    margin: row['margin'] ? Number(row['margin']) : undefined,
    recordedAt: '2026-11-23T09:00:00.000Z',
  };
}

describe('the demonstration, assessed on 23 November 2026', () => {
  let strategy: StrategyFile;
  let rows: readonly Row[];
  beforeAll(async () => {
    const content = await readDemoContent('apps/api/src/demo');
    strategy = content.strategy;
    const files = await Promise.all(content.seriesFiles.map((file) => readFile(file, 'utf8')));
    rows = [...files.flatMap((text) => parse<Row>(text, { columns: true })), ...exampleSeries(strategy, '2026-11-23')];
  });

  const explain = (slug: string, target?: StrategyFileTarget, until = '9999'): Explanation => {
    const indicator = strategy.indicators.find((one) => one.slug === slug);
    if (!indicator) throw new Error(`unknown indicator ${slug}`);
    const breaks = indicator.breaks.map((one) => ({ ...one, firstPeriod: parsePeriod(one.firstPeriod) }));
    const observations = rows
      .filter((row) => row['indicator'] === slug && row['municipality_code'] === '0884')
      .map(toObservation)
      .filter(({ period }) => comparePeriods(period, parsePeriod(until)) <= 0);
    return assess({
      rules: { ...indicator, breaks },
      unit: indicator.unit,
      target: target && toTarget(target),
      observations,
      today: '2026-11-23',
    });
  };
  /** What was published of a period, after the target's measure. */
  const outcomeIn = (target: StrategyFileTarget, period: string): number | undefined => {
    const { outcome } = explain(target.indicator, target, period);
    return outcome && periodCode(outcome.period) === period ? outcome.value : undefined;
  };
  const goals = () => strategy.areas.flatMap((area) => area.goals);
  const explained = () =>
    goals().flatMap((goal) => goal.targets.map((target) => ({ goal, target, explanation: explain(target.indicator, target) })));
  const statusIn = (goalSlug: string, indicator: string) => {
    const { explanation } = explained().find(({ goal, target }) => goal.slug === goalSlug && target.indicator === indicator) ?? {};
    return explanation?.reason ?? explanation?.status;
  };

  const cases: [goal: string, indicator: string, status: string][] = [
    ['fler-bor-i-vimmerby', 'folkmangd', 'off-track'],
    ['fler-bor-i-vimmerby', 'inflyttade', 'at-risk'],
    ['fler-bor-i-vimmerby', 'utflyttade', 'on-track'],
    ['bostader-for-livets-alla-skeden', 'fardigstallda-lagenheter', 'on-track'],
    ['bostader-for-livets-alla-skeden', 'kopeskillingskoefficient', 'on-track'],
    ['levande-orter', 'aktiva-utvecklingsgrupper', 'on-track'],
    ['fler-deltar-i-samtalet', 'aktiva-utvecklingsgrupper', 'at-risk'],
    ['fler-har-arbete', 'oppet-arbetslosa', 'at-risk'],
    ['bra-service-till-foretagen', 'foretagsklimat-ranking', 'on-track'],
    ['bra-service-till-foretagen', 'foretagsbesok', 'off-track'],
    ['bra-service-till-foretagen', 'nki-foretagsservice', 'no-outcome-after-baseline'],
    ['besoksnaring-aret-runt', 'gastnatter', 'on-track'],
    ['besoksnaring-aret-runt', 'utlandska-gastnatter', 'no-outcome-after-baseline'],
    ['aktiv-fritid-for-alla', 'nya-bidragsforeningar', 'off-track'],
    ['biblioteken-ar-motesplatser', 'biblioteksbesok', 'series-break'],
    ['gator-som-fungerar', 'felanmalningar-i-tid', 'missing'],
    ['trygga-i-vimmerby', 'problemindex-trygghet', 'on-track'],
  ];
  for (const [goal, indicator, status] of cases) {
    it(`finds ${indicator} in ${goal} ${status}`, () => expect<string | undefined>(statusIn(goal, indicator)).toBe(status));
  }

  it('expects 15 558 inhabitants in 2025 and finds 231 too few', () => {
    const population = explained().find(({ target }) => target.indicator === 'folkmangd')?.explanation;
    expect(population?.shortfall).toBe(231);
    expect(population?.target).toEqual(jasmine.objectContaining({ expected: 15558 }));
  });

  it('sets out from what was measured: each baseline is the published value of its period, as the target measures it', () => {
    const parted = goals().flatMap((goal) =>
      goal.targets.flatMap((target) => {
        if (target.kind === 'band') return [];
        const published = outcomeIn(target, target.baseline.period);
        return published === target.baseline.value
          ? []
          : [`${goal.slug}: ${target.indicator} ${target.baseline.value}, published ${published}`];
      }),
    );
    expect(parted).toEqual([]);
  });

  it('cannot tell the residents’ panel from its target path', () => {
    expect(explained().find(({ target }) => target.indicator === 'inflytande-i-invanarpanelen')?.explanation.uncertain).toBeTrue();
  });

  it('adds up accumulated courses and seasonal visits over twelve months', () => {
    for (const slug of ['sfi-godkanda-kurser', 'besok-pa-turistbyran']) {
      const { explanation } = explained().find(({ target }) => target.indicator === slug) ?? {};
      expect(explanation?.measure).toBe('rolling-12-months');
      expect(explanation?.status).withContext(slug).not.toBe('not-assessable');
    }
  });

  it('has goals of every fulfilment', () => {
    const fulfilments = goals().map((goal) => {
      const parts = [
        ...goal.targets.map((target) => explain(target.indicator, target)),
        ...goal.indicatorsWithoutTarget.map((slug) => explain(slug)),
      ];
      return rollUp(parts, { deliberatelyNotMeasured: goal.deliberatelyNotMeasured !== undefined }).fulfilment;
    });
    expect(new Set(fulfilments)).toEqual(new Set(['met', 'partly-met', 'not-met', 'not-assessable']));
  });
});
