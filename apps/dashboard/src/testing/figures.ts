import type { AssessedView, IndicatorPageView, SeriesPoint } from '@slusen/contracts';

const UNIT = { sv: 'invånare', en: 'inhabitants' };

/** A final value of a period, or why there is none. */
export function aPoint(period: string, value: number | undefined, different: Partial<SeriesPoint> = {}): SeriesPoint {
  return {
    period,
    ...(value !== undefined && { value }),
    quality: 'final',
    provenance: 'exact',
    revision: 1,
    source: 'SCB BE0101',
    recordedAt: '2026-02-20T08:00:00.000Z',
    ...different,
  };
}

/** The population counted each year, which should grow. */
export function aDefinition(different: Partial<IndicatorPageView['indicator']> = {}): IndicatorPageView['indicator'] {
  return {
    slug: 'folkmangd',
    name: { sv: 'Folkmängd', en: 'Population' },
    definition: { sv: 'Antal folkbokförda den 31 december.', en: 'Registered residents on 31 December.' },
    unit: UNIT,
    decimals: 0,
    direction: 'increase',
    cadence: 'year',
    reporting: 'period',
    aggregation: 'last',
    lagDays: 55,
    graceDays: 30,
    source: { name: 'SCB, befolkningsstatistik', url: 'https://www.scb.se' },
    owner: { slug: 'ekonomiavdelningen', name: { sv: 'Ekonomiavdelningen', en: 'Finance Department' } },
    breaks: [],
    isExample: false,
    ...different,
  };
}

/** 15 327 where 15 558 was expected: off track, with everything that explains it. */
export function anAssessment(different: Partial<AssessedView['explanation']> = {}): AssessedView {
  const sentences = {
    heading: '15 327 invånare 2025, 57 färre än 2024',
    headline: 'Folkmängd: 15 327 invånare 2025',
    status: 'Ur fas: utfallet ligger 231 under målbanan.',
    formula: '15 558 − 15 327 = 231 > 50',
    flip: 'Från 15 558 invånare blir läget I fas.',
  };
  const numbers = {
    outcome: '15 327 invånare 2025',
    target: 'Från 15 461 invånare 2023 till 15 800 invånare 2030',
    expected: '15 558 invånare 2025',
    tolerance: '50 invånare',
  };
  return {
    explanation: {
      ruleVersion: '1',
      status: 'off-track',
      uncertain: false,
      direction: 'increase',
      decimals: 0,
      unit: UNIT,
      today: '2026-11-27',
      measure: 'value',
      reporting: 'period',
      outcome: { ...aPoint('2025', 15_327), value: 15_327, approvedBy: { sv: 'Ekonomiavdelningen', en: 'Finance Department' } },
      target: {
        kind: 'point',
        path: 'linear',
        baseline: { period: '2023', value: 15_461 },
        milestones: [],
        final: { period: '2030', value: 15_800 },
        expected: 15_558,
        decision: 'KF 2025 § 1',
        isExample: false,
      },
      tolerance: 50,
      shortfall: 231,
      isFinal: false,
      flips: [],
      ...different,
    },
    sentences: { sv: sentences, en: { ...sentences, status: 'Off track: 231 below the target path.' } },
    numbers: { sv: numbers, en: numbers },
  };
}

/** What is known of the same figures where no goal is spoken of. */
export function aKnownOutcome(different: Partial<IndicatorPageView['outcome']> = {}): IndicatorPageView['outcome'] {
  const { decimals, unit, today, measure, reporting, outcome } = anAssessment().explanation;
  return { decimals, unit, today, measure, reporting, outcome, ...different };
}

/** The page of an indicator that measures one goal, with three years of figures. */
export function anIndicatorPage(different: Partial<IndicatorPageView> = {}): IndicatorPageView {
  const sentences = {
    heading: '15 327 invånare 2025, 57 färre än 2024',
    headline: 'Folkmängd: 15 327 invånare 2025',
    status: 'Kan inte bedömas.',
    figure: { number: '15\u00a0327', unit: 'invånare' },
    caption: '2025, slutligt',
    apart: [],
  };
  return {
    indicator: aDefinition(),
    facts: [{ term: { sv: 'Mäts', en: 'Measured' }, told: { sv: 'varje år', en: 'every year' } }],
    directionTold: { sv: 'högre är bättre', en: 'higher is better' },
    outcome: aKnownOutcome(),
    headline: {
      sv: sentences,
      en: {
        ...sentences,
        heading: '15,327 inhabitants in 2025, 57 fewer than in 2024',
        figure: { number: '15,327', unit: 'inhabitants' },
        caption: '2025, final',
      },
    },
    chart: {
      heading: { sv: '134 färre 2025 än 2023', en: '134 fewer in 2025 than in 2023' },
      subtitle: { sv: 'Folkmängd, Vimmerby, 2023–2025', en: 'Population, Vimmerby, 2023–2025' },
    },
    goals: [
      {
        goal: { slug: 'fler-bor-har', name: { sv: 'Fler bor här', en: 'More people live here' } },
        isExample: false,
        area: { slug: 'leva', name: { sv: 'Livsmiljöer', en: 'Living environments' } },
        target: {
          points: [
            { period: '2023', value: 15_461 },
            { period: '2030', value: 15_800 },
          ],
          path: 'linear',
          measure: 'value',
          decision: 'KF 2025 § 1',
          isExample: false,
        },
        assessed: anAssessment(),
        chart: {
          heading: { sv: '231 invånare under målbanan 2025', en: '231 inhabitants below the target path in 2025' },
          subtitle: { sv: 'Folkmängd, Vimmerby, 2023–2025', en: 'Population, Vimmerby, 2023–2025' },
        },
      },
    ],
    points: [aPoint('2023', 15_461), aPoint('2024', 15_384), aPoint('2025', 15_327)],
    columns: [],
    corrections: [],
    localities: [],
    comparisons: [],
    outlook: [],
    missingValues: [],
    answersForIt: [],
    ...different,
  };
}
