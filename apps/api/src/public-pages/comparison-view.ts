import type { ComparedSide, GoalDifference, VersionComparisonView } from '@slusen/contracts';
import {
  compareVersions,
  targetPathText,
  targetText,
  type AreaChange,
  type ComparedVersion,
  type Direction,
  type GoalChange,
  type Localized,
  type MeasureChange,
  type Target,
  type TargetUnit,
} from '@slusen/domain';
import { textDifference } from './word-difference.js';

/** An indicator as far as targets are told by it. */
export interface ComparedIndicator extends TargetUnit {
  readonly name: Localized;
  readonly direction: Direction;
}

/** A version to compare: what it says, which one it is, and what those that it names are called, by their slugs. */
export interface ReadVersion {
  readonly side: ComparedSide;
  readonly says: ComparedVersion;
  readonly actors: ReadonlyMap<string, Localized>;
  readonly indicators: ReadonlyMap<string, ComparedIndicator>;
}

interface Names {
  readonly actor: (slug: string) => { readonly slug: string; readonly name: Localized };
  readonly indicator: (slug: string) => ComparedIndicator | undefined;
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
    measures: measures.map((measure) => measureView(measure, names)),
  };
}

function measureView({ indicator: slug, change, before, after, reach }: MeasureChange, names: Names): GoalDifference['measures'][number] {
  const indicator = names.indicator(slug);
  const told = (target: Target | undefined) => (target && indicator ? targetSaid(target, indicator) : undefined);
  return { indicator: { slug, name: indicator?.name ?? { sv: slug } }, change, before: told(before), after: told(after), reach };
}

function targetSaid(target: Target, counted: TargetUnit): NonNullable<GoalDifference['measures'][number]['before']> {
  const both = (write: typeof targetText) => ({ sv: write(target, counted, 'sv'), en: write(target, counted, 'en') });
  return { text: both(targetText), path: both(targetPathText) };
}
