import type { ComparedSide, GoalDifference, VersionComparisonView } from '@slusen/contracts';
import {
  compareVersions,
  targetChangeText,
  targetPathText,
  targetText,
  type AreaChange,
  type ComparedVersion,
  type GoalChange,
  type Language,
  type Localized,
  type MeasureChange,
  type Target,
  type TargetChange,
  type TargetCounted,
} from '@slusen/domain';
import { textDifference } from './word-difference.js';

/** An indicator as far as targets are told by it. */
export type ComparedIndicator = TargetCounted & { readonly name: Localized };

/** A version to compare: what it says, which one it is, and what those that it names are called, by their slugs. */
export interface ReadVersion {
  readonly side: ComparedSide;
  readonly says: ComparedVersion;
  readonly actors: ReadonlyMap<string, Localized>;
  readonly indicators: ReadonlyMap<string, ComparedIndicator>;
  /** How the target of an indicator in a goal was changed while it held, by their slugs. */
  readonly changesOf: (goal: string, indicator: string) => readonly TargetChange[];
}

interface Names {
  readonly actor: (slug: string) => { readonly slug: string; readonly name: Localized };
  readonly indicator: (slug: string) => ComparedIndicator | undefined;
  readonly changes: Record<'before' | 'after', ReadVersion['changesOf']>;
}

/** Two versions side by side, word by word and target by target; `versions`: the numbers that can be compared. */
export function comparisonView(before: ReadVersion, after: ReadVersion, versions: readonly number[]): VersionComparisonView {
  const names = namesOf(before, after);
  const { texts, areas } = compareVersions(before.says, after.says, (slug) => names.indicator(slug)?.direction);
  return {
    ...{ before: before.side, after: after.side, versions: [...versions] },
    texts: texts.map(textDifference),
    areas: areas.map((area) => areaView(area, names)),
  };
}

/** By the later version, else by the earlier one. */
function namesOf(before: ReadVersion, after: ReadVersion): Names {
  return {
    actor: (slug) => ({ slug, name: after.actors.get(slug) ?? before.actors.get(slug) ?? { sv: slug } }),
    indicator: (slug) => after.indicators.get(slug) ?? before.indicators.get(slug),
    changes: { before: before.changesOf, after: after.changesOf },
  };
}

function areaView({ texts, goals, ...area }: AreaChange, names: Names): VersionComparisonView['areas'][number] {
  return { ...area, texts: texts.map(textDifference), goals: goals.map((goal) => goalView(goal, names)) };
}

function goalView({ texts, roles, measures, ...goal }: GoalChange, names: Names): GoalDifference {
  return {
    ...goal,
    texts: texts.map(textDifference),
    roles: roles.map(({ actor, ...role }) => ({ actor: names.actor(actor), ...role })),
    measures: measures.map((measure) => measureView(measure, goal.slug, names)),
  };
}

function measureView(
  { indicator: slug, change, before, after, reach }: MeasureChange,
  goal: string,
  { indicator: indicatorOf, changes }: Names,
): GoalDifference['measures'][number] {
  const indicator = indicatorOf(slug);
  const told = (target: Target | undefined, own: readonly TargetChange[]) =>
    target && indicator ? targetSaid(target, own, indicator) : undefined;
  return {
    ...{ indicator: { slug, name: indicator?.name ?? { sv: slug } }, change, reach },
    ...{ before: told(before, changes.before(goal, slug)), after: told(after, changes.after(goal, slug)) },
  };
}

type TargetSaid = NonNullable<GoalDifference['measures'][number]['before']>;

function targetSaid(target: Target, changes: readonly TargetChange[], counted: TargetCounted): TargetSaid {
  const both = (write: (language: Language) => string) => ({ sv: write('sv'), en: write('en') });
  return {
    text: both((language) => targetText(target, counted, language)),
    path: both((language) => targetPathText(target, counted, language)),
    changes: changes.map((change) => both((language) => targetChangeText(change, counted, language))),
  };
}
