import type {
  ActorView,
  AreaPageView,
  GoalPageView,
  GoalSummary,
  OverviewView,
  RollUpView,
  StartPageView,
  StrategyDocument,
} from '@slusen/contracts';
import { anAssessment } from './figures.js';

/** The strategy as the council adopted it. */
export function aStrategy(different: Partial<StartPageView['strategy']> = {}): StartPageView['strategy'] {
  return {
    name: { sv: 'Strategin', en: 'The strategy' },
    purpose: { sv: 'Fler ska vilja bo här.', en: 'More people should want to live here.' },
    version: 1,
    body: { sv: 'kommunfullmäktige', en: 'the municipal council' },
    decidedOn: '2025-06-16',
    ...different,
  };
}

/** Two indicators of three can be assessed, one of them on track. */
export function aRollUp(different: Partial<RollUpView> = {}): RollUpView {
  return {
    counts: { 'on-track': 1, 'at-risk': 1, 'off-track': 0, 'not-assessable': 1 },
    assessable: 2,
    total: 3,
    fulfilment: 'partly-met',
    isFinal: false,
    word: { sv: 'Delvis i fas', en: 'Partly on track' },
    ...different,
  };
}

/** A goal in a list, led by the executive board. */
export function aGoal(different: Partial<GoalSummary> = {}): GoalSummary {
  return {
    slug: 'fler-bor-har',
    name: { sv: 'Fler bor här', en: 'More people live here' },
    area: { slug: 'leva', name: { sv: 'Livsmiljöer', en: 'Living environments' } },
    rollUp: aRollUp(),
    leads: [{ slug: 'kommunstyrelsen', name: { sv: 'Kommunstyrelsen', en: 'Municipal Executive Board' } }],
    hasExamples: false,
    ...different,
  };
}

/** The page of an area with one goal. */
export function anAreaPage(different: Partial<AreaPageView> = {}): AreaPageView {
  return {
    slug: 'leva',
    name: { sv: 'Attraktiva livsmiljöer', en: 'Attractive living environments' },
    shortName: { sv: 'Leva', en: 'Live' },
    description: { sv: 'En plats där människor vill bo.', en: 'A place where people want to live.' },
    goals: [aGoal()],
    strategy: aStrategy(),
    ...different,
  };
}

/** The page of a goal with one indicator and one who leads. */
export function aGoalPage(different: Partial<GoalPageView> = {}): GoalPageView {
  const { slug, name, area, rollUp } = aGoal();
  return {
    slug,
    name,
    area,
    rollUp,
    description: { sv: 'Folkmängden ska vända uppåt.', en: 'The population is to grow again.' },
    strategy: aStrategy(),
    rule: { sv: 'Är mer än hälften ur fas är målet ur fas.', en: 'The goal is off track when more than half are.' },
    indicators: [
      {
        slug: 'folkmangd',
        name: { sv: 'Folkmängd', en: 'Population' },
        unit: { sv: 'invånare', en: 'inhabitants' },
        decimals: 0,
        cadence: 'year',
        isExample: false,
        assessed: anAssessment(),
        trend: { word: 'worsening', way: 'down' },
        finding: { sv: '134 färre 2025 än 2023', en: '134 fewer in 2025 than in 2023' },
        points: [
          { period: '2023', value: 15_461 },
          { period: '2024', value: 15_384 },
          { period: '2025', value: 15_327 },
        ],
        breaks: [],
      },
    ],
    roles: [
      {
        actor: { slug: 'kommunstyrelsen', name: { sv: 'Kommunstyrelsen' }, kind: 'committee', isExample: false },
        role: 'leads',
        isExample: false,
      },
    ],
    hasExamples: false,
    ...different,
  };
}

/** The start page with one area and one new figure. */
export function aStartPage(different: Partial<StartPageView> = {}): StartPageView {
  return {
    strategy: aStrategy(),
    areas: [
      {
        slug: 'leva',
        name: { sv: 'Attraktiva livsmiljöer', en: 'Attractive living environments' },
        shortName: { sv: 'Leva', en: 'Live' },
        goals: 3,
        counts: { met: 2, 'partly-met': 1, 'not-met': 0, 'not-assessable': 0 },
      },
    ],
    changes: [
      {
        indicator: { slug: 'folkmangd', name: { sv: 'Folkmängd', en: 'Population' } },
        unit: { sv: 'invånare', en: 'inhabitants' },
        decimals: 0,
        reporting: 'period',
        measure: 'value',
        period: '2025',
        value: 15_327,
        quality: 'final',
        provenance: 'exact',
        covered: { sv: '2025', en: '2025' },
        kind: 'new',
        isExample: false,
        publishedAt: '2026-02-20T08:00:00.000Z',
      },
    ],
    hasExamples: false,
    ...different,
  };
}

/** A committee that leads one goal. */
export function anActor(different: Partial<ActorView> = {}): ActorView {
  return {
    slug: 'kommunstyrelsen',
    name: { sv: 'Kommunstyrelsen', en: 'Municipal Executive Board' },
    kind: 'committee',
    isExample: false,
    roles: [{ goal: { slug: 'fler-bor-har', name: { sv: 'Fler bor här', en: 'More people live here' } }, role: 'leads', isExample: false }],
    ...different,
  };
}

/** One area with a goal that is partly on track and one that is met. */
export function anOverview(different: Partial<OverviewView> = {}): OverviewView {
  const indicator = {
    slug: 'folkmangd',
    name: { sv: 'Folkmängd', en: 'Population' },
    status: 'off-track',
    isFinal: false,
    uncertain: false,
    heading: { sv: '15 327 invånare 2025', en: '15,327 inhabitants in 2025' },
    isExample: false,
  } as const;
  const late = {
    ...{ reporting: 'period', owner: { sv: 'Ekonomiavdelningen' } },
    ...{ arrival: 'by-hand', source: 'Egen räkning', told: { sv: '2022 saknas', en: '2022 is missing' } },
    values: [{ period: '2022', days: 12 }],
  } satisfies OverviewView['areas'][number]['goals'][number]['indicators'][number]['late'];
  const { area: _, ...goal } = aGoal();
  const met = {
    ...goal,
    slug: 'trygghet',
    name: { sv: 'Alla är trygga' },
    rollUp: aRollUp({ fulfilment: 'met', word: { sv: 'I fas', en: 'On track' } }),
  };
  return {
    strategy: aStrategy(),
    areas: [
      {
        slug: 'leva',
        name: { sv: 'Attraktiva livsmiljöer' },
        shortName: { sv: 'Leva' },
        goals: [
          {
            ...goal,
            indicators: [{ ...indicator, late }],
          },
          { ...met, indicators: [] },
        ],
      },
    ],
    computedOn: '2026-11-27',
    ...different,
  };
}

type DocumentGoal = StrategyDocument['areas'][number]['goals'][number];

/** A goal of the document with one indicator, one who leads and nothing done yet. */
export function aDocumentGoal(different: Partial<DocumentGoal> = {}): DocumentGoal {
  const { slug, name } = aGoal();
  const { roles } = aGoalPage();
  const target = {
    text: { sv: '15 800 invånare 2030, från 15 672 invånare 2020', en: '15,800 inhabitants in 2030, from 15,672 inhabitants in 2020' },
    path: { sv: 'Målbanan är rak.', en: 'The path is straight.' },
    ...{ decision: 'KF § 12', isExample: false },
  };
  const indicators = [{ slug: 'folkmangd', name: { sv: 'Folkmängd', en: 'Population' }, isExample: false, target }];
  return { slug, name, description: { sv: 'Fler ska bo här.' }, isExample: false, indicators, roles, actions: [], ...different };
}

/** The second version of the strategy, in force, as one document with one goal. */
export function aStrategyDocument(different: Partial<StrategyDocument> = {}): StrategyDocument {
  const { name, purpose, ...decision } = aStrategy({ version: 2, paragraph: '§ 12' });
  const validity = { validFrom: '2026-01-01', state: 'in-force' } as const;
  const earlier = { ...decision, version: 1, validFrom: '2018-01-01', validTo: '2025-12-31', state: 'superseded' } as const;
  const { slug, name: areaName, shortName, description } = anAreaPage();
  return {
    ...{ name, purpose, ...decision, ...validity, replacesVersion: 1, hasExamples: false },
    areas: [{ slug, name: areaName, shortName, description, goals: [aDocumentGoal()] }],
    versions: [{ ...decision, ...validity }, earlier],
    ...different,
  };
}
