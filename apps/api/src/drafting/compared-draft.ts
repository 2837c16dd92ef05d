import { finishedTarget, type DraftArea, type DraftGoal, type DraftMeasuring, type DraftNames, type DraftOutline } from '@slusen/contracts';
import { readTarget, type ComparedArea, type ComparedGoal, type ComparedMeasure, type Localized } from '@slusen/domain';
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
    changesOf: () => [],
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
  const target = finishedTarget(measuring);
  return { indicator: measuring.indicator, target: target && readTarget(target) };
}
