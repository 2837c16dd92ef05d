import type { IndicatorPageView } from '@slusen/contracts';
import type { Language } from '@slusen/domain';
import { chartSourceOf, chartVersion, type ChartSource } from './chart-source.js';
import { describeSeries } from './describe.js';
import { seriesChartInput } from './indicator-chart.js';
import { segmentsOf } from './segments.js';
import { at } from './series.fixtures.js';

const indicator: ChartSource['indicator'] = {
  name: { sv: 'Trygghet', en: 'Safety' },
  unit: { sv: '%', en: '%' },
  decimals: 1,
  cadence: 'year',
  aggregation: 'none',
  reporting: 'period',
  breaks: [],
};

describe('the chart of an indicator’s page', () => {
  const indicatorChart = (shown: IndicatorPageView, goal: string | undefined, language: Language) =>
    seriesChartInput(chartSourceOf(shown, goal, language), language);

  const target = {
    points: [
      { period: '2020', value: 60 },
      { period: '2030', value: 90 },
    ],
    path: 'linear',
    measure: 'value',
    decision: 'KF',
    isExample: false,
  };
  const headed = (heading: string) => ({
    heading: { sv: heading, en: `${heading} in English` },
    subtitle: { sv: 'Trygghet', en: 'Safety' },
  });
  const page = {
    indicator,
    points: [
      { period: '2019', value: 60 },
      { period: '2025', value: 70 },
    ],
    rolling: [{ period: '2025', value: 7 }],
    chart: headed('Högre'),
    goals: [{ goal: { slug: 'trygg' }, target, chart: headed('På målbanan') }],
  } as unknown as IndicatorPageView;

  it('is headed by what the series shows, or by where it lies when it shows a target', () => {
    expect(indicatorChart(page, undefined, 'sv').heading).toBe('Högre');
    expect(indicatorChart(page, 'trygg', 'sv').heading).toBe('På målbanan');
    const { heading, subtitle } = indicatorChart(page, 'trygg', 'en');
    expect([heading, subtitle]).toEqual(['På målbanan in English', 'Safety']);
  });

  it('shows its parts, but not beside twelve months, of which they are none', () => {
    const lines = [{ label: { sv: 'kvinnor', en: 'women' }, points: [{ period: '2025', value: 34 }] }];
    const broken = { ...page, lines } as IndicatorPageView;
    expect(indicatorChart(broken, 'trygg', 'en').ghosts).toEqual([
      { label: 'women', path: [{ position: at('2025'), value: 34 }], isPart: true },
    ]);
    const counts = { ...broken, indicator: { ...page.indicator, aggregation: 'sum' } } as IndicatorPageView;
    expect([page, counts].map((shown) => indicatorChart({ ...shown, indicator: counts.indicator }, undefined, 'sv').kind)).toEqual([
      'bars',
      'line',
    ]);
    const rolling = { ...broken, goals: [{ ...page.goals[0], target: { ...target, measure: 'rolling-12-months' } }] } as IndicatorPageView;
    expect(indicatorChart(rolling, 'trygg', 'en').ghosts).toEqual([]);
  });

  it('shows faintly what a changed target was, but no interval over another', () => {
    const before = { ...target, points: target.points.map(({ period, value }) => ({ period, value: value + 1 })) };
    const band = { ...target, points: [], band: { low: 1, high: 2, from: '2020', to: '2030' } };
    const earlier = [before, band].map((one) => ({ target: one, told: { sv: '', en: '' } }));
    const changed = { ...page, goals: page.goals.map((goal) => ({ ...goal, earlier })) } as IndicatorPageView;
    const drawn = indicatorChart(changed, 'trygg', 'sv');
    expect(drawn.ghosts?.map(({ label, path }) => [label, path.map(({ value }) => value)])).toEqual([['Tidigare målbana', [61, 91]]]);
    expect(drawn.target?.path.map(({ value }) => value)).toEqual([60, 90]);
    expect(indicatorChart(page, 'trygg', 'sv').ghosts).toEqual([]);
  });

  it('has a fingerprint of what it shows, in either language', () => {
    const version = (shown: IndicatorPageView, language: Language = 'sv') => chartVersion(chartSourceOf(shown, 'trygg', language));
    expect(version(page)).toBe(version(structuredClone(page)));
    expect(version(page)).toMatch(/^[0-9a-z]{4,7}$/);
    const others = [version({ ...page, points: [] }), version(page, 'en'), version({ ...page, goals: [] })];
    expect(new Set([version(page), ...others]).size).toBe(4);
  });

  it('names a figure by the months that it covers', () => {
    const thirds = {
      ...page,
      indicator: { ...indicator, reporting: 'year-to-date' },
      points: [{ period: '2026-T2', value: 60 }],
      rolling: [{ period: '2026-T2', value: 107 }],
      goals: [
        {
          goal: { slug: 'trygg' },
          target: { ...target, measure: 'rolling-12-months', points: [{ period: '2028-T3', value: 115 }] },
          chart: headed(''),
        },
      ],
    } as unknown as IndicatorPageView;
    expect(indicatorChart(thirds, undefined, 'sv').points.map(({ label }) => label)).toEqual(['januari–augusti 2026']);
    const sums = indicatorChart(thirds, 'trygg', 'sv');
    expect(sums.points.map(({ label }) => label)).toEqual(['de tolv månaderna till och med augusti 2026']);
    expect(describeSeries(sums)).toContain('de tolv månaderna till och med december 2028.');
  });

  it('draws twelve months where the target is measured so', () => {
    const goals = [{ ...page.goals[0], target: { ...target, measure: 'rolling-12-months' } }];
    const { points } = indicatorChart({ ...page, goals } as unknown as IndicatorPageView, 'trygg', 'sv');
    expect(points.map(({ value }) => value)).toEqual([7]);
  });
});

describe('seriesChartInput', () => {
  it('cuts quarters where a break names the year, before its first quarter', () => {
    const points = ['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2'].map((period) => ({ period, value: 1 }));
    const breaks = [{ firstPeriod: '2024', reason: { sv: 'Ny enkät' } }];
    const segments = segmentsOf(seriesChartInput({ indicator: { ...indicator, breaks }, points }, 'sv'));
    expect(segments.map((segment) => segment.map(({ datum }) => datum.x))).toEqual([
      [at('2023-Q3'), at('2023-Q4')],
      [at('2024-Q1'), at('2024-Q2')],
    ]);
  });

  it('cuts before the very period that a break names', () => {
    const points = ['2023', '2024'].map((period) => ({ period, value: 1 }));
    const breaks = [{ firstPeriod: '2024', reason: { sv: 'Ny enkät' } }];
    expect(segmentsOf(seriesChartInput({ indicator: { ...indicator, breaks }, points }, 'sv')).length).toBe(2);
  });

  it('tells a missing value with its kind, and a preliminary one as such', () => {
    const points = [
      { period: '2024', missing: 'not-applicable' as const },
      { period: '2025', value: 2, quality: 'preliminary' as const },
    ];
    const [missing, preliminary] = seriesChartInput({ indicator, points }, 'sv').points;
    expect(missing).toEqual(jasmine.objectContaining({ value: null, missing: 'not-applicable' }));
    expect(preliminary?.quality).toBe('preliminary');
  });
});
