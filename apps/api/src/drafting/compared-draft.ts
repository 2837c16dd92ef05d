import type { DraftArea, DraftGoal, DraftMeasuring, DraftNames, DraftOutline } from '@slusen/contracts';
import { readTarget, type ComparedArea, type ComparedGoal, type ComparedMeasure, type Localized, type TargetContent } from '@slusen/domain';
import type { ReadVersion } from '../public-pages/comparison-view.js';
import type { DraftParts, DraftSurroundings } from './draft-content.js';

const NO_WORDS: Localized = { sv: '' };

/** A draft as it is compared with an adopted version, as far as it is written: a target that is not finished is none yet. */
export function comparedDraft(title: string, parts: DraftParts, { actors, indicators }: DraftSurroundings): ReadVersion {
  const { name = NO_WORDS, purpose = NO_WORDS } = (parts.get('names') as DraftNames | undefined) ?? {};
  const outline = (parts.get('outline') as DraftOutline | undefined) ?? { areas: [] };
  return {
    side: { draft: title },
    says: { name, purpose, areas: outline.areas.map((area) => areaOf(area, parts)) },
    actors: new Map(actors.map((actor) => [actor.slug, actor.name])),
    indicators: new Map(indicators.map((indicator) => [indicator.slug, indicator])),
  };
}

function areaOf({ slug, goals }: DraftOutline['areas'][number], parts: DraftParts): ComparedArea {
  const words = (parts.get(`area:${slug}`) as DraftArea | undefined) ?? { name: NO_WORDS, shortName: NO_WORDS, description: NO_WORDS };
  return { ...words, slug, goals: goals.map((goal) => goalOf(goal, parts.get(`goal:${goal}`) as DraftGoal | undefined)) };
}

function goalOf(slug: string, goal: DraftGoal | undefined): ComparedGoal {
  if (!goal) return { slug, name: NO_WORDS, description: NO_WORDS, roles: [], measures: [] };
  const { name, description, deliberatelyNotMeasured, roles, measures } = goal;
  return { slug, name, description, deliberatelyNotMeasured, roles, measures: measures.map(measureOf) };
}

function measureOf(measuring: DraftMeasuring): ComparedMeasure {
  const target = finished(measuring);
  return { indicator: measuring.indicator, target: target && readTarget(target) };
}

function finished({ indicator, kind, measure, tolerance, isExample, ...said }: DraftMeasuring): TargetContent | undefined {
  const common = { indicator, measure, tolerance: tolerance ?? 0, isExample, decision: said.decision ?? '' };
  const [from, to] = [said.baseline?.period, said.final?.period];
  if (kind === 'none' || from === undefined || to === undefined) return undefined;
  const { low, high } = said;
  if (kind === 'band')
    return low === undefined || high === undefined ? undefined : { ...common, kind, baselinePeriod: from, finalPeriod: to, low, high };
  const [baseline, final] = [said.baseline?.value, said.final?.value];
  if (baseline === undefined || final === undefined) return undefined;
  const milestones = said.milestones.flatMap(({ period, value }) =>
    period === undefined || value === undefined ? [] : [{ period, value }],
  );
  return { ...common, kind, path: said.path, baseline: { period: from, value: baseline }, milestones, final: { period: to, value: final } };
}
