import { type Direction } from '../indicator/indicator.js';
import { type Localized } from '../language.js';
import { reachOf, type Reach } from '../target/target-reach.js';
import { isSameTarget, type Target } from '../target/target.js';
import { stayingOrder } from './staying-order.js';
import { type RoleContent } from './strategy-content.js';

/** What became of an area or a goal; `moved`: to another area, `reordered`: to another place among those that stayed. */
export const PLACE_CHANGES = ['added', 'removed', 'moved', 'reordered', 'kept'] as const;
export type PlaceChange = (typeof PLACE_CHANGES)[number];

/** Texts that a version has of itself, its areas and its goals. */
export const COMPARED_TEXTS = ['name', 'purpose', 'shortName', 'description', 'deliberatelyNotMeasured'] as const;
export type ComparedText = (typeof COMPARED_TEXTS)[number];
type Texts = Partial<Readonly<Record<ComparedText, Localized | undefined>>>;

/** How an indicator measures a goal; no target where none is decided. */
export interface ComparedMeasure {
  readonly indicator: string;
  readonly target?: Target | undefined;
}

/** A goal as far as versions are compared. */
export interface ComparedGoal extends Pick<Texts, 'deliberatelyNotMeasured'> {
  readonly slug: string;
  readonly name: Localized;
  readonly description: Localized;
  readonly roles: readonly RoleContent[];
  readonly measures: readonly ComparedMeasure[];
}

/** An area with its goals, in their order. */
export interface ComparedArea {
  readonly slug: string;
  readonly name: Localized;
  readonly shortName: Localized;
  readonly description: Localized;
  readonly goals: readonly ComparedGoal[];
}

/** A version of the strategy, adopted or not, as far as it is compared with another. */
export interface ComparedVersion {
  readonly name: Localized;
  readonly purpose: Localized;
  readonly areas: readonly ComparedArea[];
}

/** A text that says otherwise; undefined: there is none. */
export interface TextChange {
  readonly field: ComparedText;
  readonly before: Localized | undefined;
  readonly after: Localized | undefined;
}

/** Who does something for a goal now, or no longer, or with other words to it. */
export interface RoleChange extends Pick<RoleContent, 'actor' | 'role'> {
  readonly change: 'added' | 'removed' | 'reworded';
}

/** An indicator that measures the goal now, or no longer, or against another target; `reach` where there was a target and is one. */
export interface MeasureChange {
  readonly indicator: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: Target | undefined;
  readonly after: Target | undefined;
  readonly reach: Reach | undefined;
}

/** What is otherwise in a goal; `from`: the area it came from where it was moved. */
export interface GoalChange {
  readonly slug: string;
  readonly name: Localized;
  readonly change: PlaceChange;
  readonly from: Localized | undefined;
  readonly texts: readonly TextChange[];
  readonly roles: readonly RoleChange[];
  readonly measures: readonly MeasureChange[];
}

/** What is otherwise in an area or its goals. */
export interface AreaChange {
  readonly slug: string;
  readonly name: Localized;
  readonly change: PlaceChange;
  readonly texts: readonly TextChange[];
  readonly goals: readonly GoalChange[];
}

/** Everything that one version says otherwise than another; empty where they say the same. */
export interface VersionComparison {
  readonly texts: readonly TextChange[];
  readonly areas: readonly AreaChange[];
}

/** Which way is better for an indicator; undefined where nobody knows it. */
export type DirectionOf = (indicator: string) => Direction | undefined;

/** Compares what two versions say, in the order of the later one; what was removed comes last where it stood. */
export function compareVersions(before: ComparedVersion, after: ComparedVersion, directionOf: DirectionOf): VersionComparison {
  const stay = stayingOrder(slugsOf(before.areas), slugsOf(after.areas));
  const goals = goalPlaces(before, after);
  const compare = (area: ComparedArea): AreaChange => {
    const earlier = before.areas.find(({ slug }) => slug === area.slug);
    const removed = (earlier?.goals ?? []).filter(({ slug }) => !goals.after.has(slug)).map((goal) => removedGoal(goal, directionOf));
    const now = area.goals.map((goal) => compareGoal(goal, { area, earlier, before: goals.before.get(goal.slug), directionOf }));
    const change = !earlier ? 'added' : stay.has(area.slug) ? 'kept' : 'reordered';
    return {
      slug: area.slug,
      name: area.name,
      change,
      texts: textChanges(earlier, area),
      goals: [...now, ...removed].filter(isGoalChanged),
    };
  };
  const removed = before.areas
    .filter(({ slug }) => !after.areas.some((area) => area.slug === slug))
    .map((area): AreaChange => {
      const gone = area.goals.filter(({ slug }) => !goals.after.has(slug)).map((goal) => removedGoal(goal, directionOf));
      return { slug: area.slug, name: area.name, change: 'removed', texts: textChanges(area, undefined), goals: gone };
    });
  return { texts: textChanges(wordsOf(before), wordsOf(after)), areas: [...after.areas.map(compare), ...removed].filter(isAreaChanged) };
}

interface GoalPlace {
  readonly goal: ComparedGoal;
  readonly area: ComparedArea;
}

const slugsOf = (things: readonly { readonly slug: string }[]): string[] => things.map(({ slug }) => slug);
const wordsOf = ({ name, purpose }: ComparedVersion): Texts => ({ name, purpose });

function goalPlaces(before: ComparedVersion, after: ComparedVersion): Record<'before' | 'after', ReadonlyMap<string, GoalPlace>> {
  const places = ({ areas }: ComparedVersion) =>
    new Map(areas.flatMap((area) => area.goals.map((goal) => [goal.slug, { goal, area }] as const)));
  return { before: places(before), after: places(after) };
}

interface GoalContext {
  readonly area: ComparedArea;
  readonly earlier: ComparedArea | undefined;
  readonly before: GoalPlace | undefined;
  readonly directionOf: DirectionOf;
}

function compareGoal(goal: ComparedGoal, { area, earlier, before, directionOf }: GoalContext): GoalChange {
  const isMoved = before && before.area.slug !== area.slug;
  return {
    ...{ slug: goal.slug, name: goal.name, change: placeOf(goal, { area, earlier, before }), from: isMoved ? before.area.name : undefined },
    texts: textChanges(before?.goal, goal),
    roles: roleChanges(before?.goal.roles ?? [], goal.roles),
    measures: measureChanges(before?.goal.measures ?? [], goal.measures, directionOf),
  };
}

function placeOf({ slug }: ComparedGoal, { area, earlier, before }: Omit<GoalContext, 'directionOf'>): PlaceChange {
  if (!before) return 'added';
  if (before.area.slug !== area.slug) return 'moved';
  return stayingOrder(slugsOf(earlier?.goals ?? []), slugsOf(area.goals)).has(slug) ? 'kept' : 'reordered';
}

function removedGoal(goal: ComparedGoal, directionOf: DirectionOf): GoalChange {
  return {
    ...{ slug: goal.slug, name: goal.name, change: 'removed', from: undefined, texts: textChanges(goal, undefined) },
    roles: roleChanges(goal.roles, []),
    measures: measureChanges(goal.measures, [], directionOf),
  };
}

function textChanges(before: Texts | undefined, after: Texts | undefined): TextChange[] {
  return COMPARED_TEXTS.map((field) => ({ field, before: before?.[field], after: after?.[field] })).filter(
    (text) => !isSame(text.before, text.after),
  );
}

const isSame = (one: Localized | undefined, other: Localized | undefined): boolean =>
  (one?.sv ?? '') === (other?.sv ?? '') && (one?.en ?? '') === (other?.en ?? '');

function roleChanges(before: readonly RoleContent[], after: readonly RoleContent[]): RoleChange[] {
  const same = (one: RoleContent) => (other: RoleContent) => one.actor === other.actor && one.role === other.role;
  const told = ({ actor, role }: RoleContent, change: RoleChange['change']): RoleChange => ({ actor, role, change });
  const now = after.flatMap((role) => {
    const earlier = before.find(same(role));
    if (!earlier) return [told(role, 'added')];
    return isSame(earlier.note, role.note) ? [] : [told(role, 'reworded')];
  });
  return [...now, ...before.filter((role) => !after.some(same(role))).map((role) => told(role, 'removed'))];
}

function measureChanges(before: readonly ComparedMeasure[], after: readonly ComparedMeasure[], directionOf: DirectionOf): MeasureChange[] {
  const find = (all: readonly ComparedMeasure[], slug: string) => all.find(({ indicator }) => indicator === slug);
  const slugs = [...new Set([...after, ...before].map(({ indicator }) => indicator))];
  return slugs.flatMap((indicator) => {
    const [earlier, now] = [find(before, indicator), find(after, indicator)];
    const change = !earlier ? 'added' : !now ? 'removed' : 'changed';
    if (change === 'changed' && isSameTarget(earlier?.target, now?.target)) return [];
    const reach = earlier?.target && now?.target && reachOf(earlier.target, now.target, directionOf(indicator) ?? 'none');
    return [{ indicator, change, before: earlier?.target, after: now?.target, reach }];
  });
}

const isGoalChanged = ({ change, texts, roles, measures }: GoalChange): boolean =>
  change !== 'kept' || texts.length + roles.length + measures.length > 0;
const isAreaChanged = ({ change, texts, goals }: AreaChange): boolean => change !== 'kept' || texts.length + goals.length > 0;
