import type {
  DraftArea,
  DraftGoal,
  DraftNames,
  DraftOutline,
  GoalMeasurabilityView,
  MeasurabilityFindingView,
  StrategyFile,
} from '@slusen/contracts';
import {
  goalMeasurability,
  type GoalMeasurability,
  type Localized,
  type MeasurabilityFinding,
  type MeasurableIndicator,
} from '@slusen/domain';
import type { RoleHolder } from '../identity/account-role.repository.js';
import type { DraftParts, DraftSurroundings } from './draft-content.js';

/** What a draft is judged against: the indicators there are, and who reports and reviews figures. */
export interface MeasurabilityGrounds {
  readonly indicators: DraftSurroundings['indicators'];
  readonly people: readonly RoleHolder[];
}

const NO_NAME: Localized = { sv: '' };

/** What a draft calls the strategy, as far as it does. */
export const nameIn = (parts: DraftParts): Localized => (parts.get('names') as DraftNames | undefined)?.name ?? NO_NAME;

/** What is missing for each goal of a draft to be followed up, in its order. */
export function goalsJudged(
  parts: DraftParts,
  { indicators, people }: MeasurabilityGrounds,
): (GoalMeasurability & { readonly slug: string })[] {
  const known = new Map(indicators.map((indicator) => [indicator.slug, measurable(indicator, people)]));
  return outlineOf(parts).areas.flatMap(({ goals }) =>
    goals.map((slug) => ({ slug, ...goalMeasurability(goalIn(parts, slug) ?? { measures: [] }, known) })),
  );
}

/** The same with the names of goals, areas and indicators. */
export function goalsToldOf(parts: DraftParts, grounds: MeasurabilityGrounds): GoalMeasurabilityView[] {
  const judged = new Map(goalsJudged(parts, grounds).map((goal) => [goal.slug, goal]));
  const named = namesOf(grounds.indicators);
  return outlineOf(parts).areas.flatMap(({ slug: area, goals }) => {
    const areaName = (parts.get(`area:${area}`) as DraftArea | undefined)?.name ?? NO_NAME;
    return goals.flatMap((slug) => {
      const [goal, judgement] = [goalIn(parts, slug), judged.get(slug)];
      return judgement
        ? [{ slug, name: goal?.name ?? NO_NAME, area: { slug: area, name: areaName }, ...told(goal, judgement, named) }]
        : [];
    });
  });
}

type NameOf = (indicator: string) => { readonly slug: string; readonly name: Localized };

function told(goal: DraftGoal | undefined, { isDeliberatelyNotMeasured, findings, indicators }: GoalMeasurability, named: NameOf) {
  return {
    deliberatelyNotMeasured: isDeliberatelyNotMeasured ? goal?.deliberatelyNotMeasured : undefined,
    findings: findings.map((finding) => findingView(finding, named)),
    indicators: indicators.map((one) => ({
      indicator: named(one.indicator),
      findings: one.findings.map((finding) => findingView(finding, named)),
    })),
  };
}

function findingView({ replacedBy, ...finding }: MeasurabilityFinding, named: NameOf): MeasurabilityFindingView {
  return { ...finding, replacedBy: replacedBy === undefined ? undefined : named(replacedBy) };
}

function namesOf(indicators: MeasurabilityGrounds['indicators']): NameOf {
  const names = new Map(indicators.map(({ slug, name }) => [slug, name]));
  return (slug) => ({ slug, name: names.get(slug) ?? { sv: slug } });
}

function measurable(indicator: StrategyFile['indicators'][number], people: readonly RoleHolder[]): MeasurableIndicator {
  const those = (wanted: RoleHolder['role']): string[] =>
    people
      .filter(({ role, department }) => role === wanted && (department ?? indicator.owner) === indicator.owner)
      .map(({ account }) => account);
  return { ...indicator, reporters: those('reporter'), reviewers: those('reviewer') };
}

const outlineOf = (parts: DraftParts): DraftOutline => (parts.get('outline') as DraftOutline | undefined) ?? { areas: [] };
const goalIn = (parts: DraftParts, slug: string): DraftGoal | undefined => parts.get(`goal:${slug}`) as DraftGoal | undefined;
