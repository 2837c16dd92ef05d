import type { DraftOutline } from '@slusen/contracts';

type Outline = DraftOutline;

/** Where something stands in an outline: an area, or a goal within one. */
export interface OutlinePlace {
  readonly area: number;
  readonly goal?: number | undefined;
}

/** The outline with an area or a goal moved by so many places; a goal goes on into the next area at an end of its own. */
export function moved(outline: Outline, { area, goal }: OutlinePlace, by: -1 | 1): Outline {
  if (goal === undefined) return { areas: swapped(outline.areas, area, area + by) };
  const goals = outline.areas[area]?.goals ?? [];
  const [slug, to] = [goals[goal], goal + by];
  if (slug === undefined) return outline;
  if (to >= 0 && to < goals.length) return withGoals(outline, area, swapped(goals, goal, to));
  const next = outline.areas[area + by];
  if (!next) return outline;
  const left = withGoals(outline, area, goals.toSpliced(goal, 1));
  return withGoals(left, area + by, by === 1 ? [slug, ...next.goals] : [...next.goals, slug]);
}

/** The outline with what was dragged put where it was dropped: a goal before another goal or last in an area, an area before another. */
export function dropped(outline: Outline, from: OutlinePlace, to: OutlinePlace): Outline {
  if (from.goal === undefined) {
    const area = outline.areas[from.area];
    if (!area || from.area === to.area) return outline;
    const rest = outline.areas.toSpliced(from.area, 1);
    return { areas: rest.toSpliced(to.area, 0, area) };
  }
  const slug = outline.areas[from.area]?.goals[from.goal];
  if (slug === undefined) return outline;
  const without = withGoals(outline, from.area, (outline.areas[from.area]?.goals ?? []).toSpliced(from.goal, 1));
  const goals = without.areas[to.area]?.goals ?? [];
  return withGoals(without, to.area, goals.toSpliced(to.goal ?? goals.length, 0, slug));
}

/** The outline with one thing more. */
export function added(outline: Outline, slug: string, area?: number): Outline {
  if (area === undefined) return { areas: [...outline.areas, { slug, goals: [] }] };
  return withGoals(outline, area, [...(outline.areas[area]?.goals ?? []), slug]);
}

/** The outline without an area or a goal. */
export function without(outline: Outline, { area, goal }: OutlinePlace): Outline {
  if (goal === undefined) return { areas: outline.areas.toSpliced(area, 1) };
  return withGoals(outline, area, (outline.areas[area]?.goals ?? []).toSpliced(goal, 1));
}

/** Every name in addresses that an outline uses. */
export function slugsIn({ areas }: Outline, kind: 'area' | 'goal'): string[] {
  return kind === 'area' ? areas.map(({ slug }) => slug) : areas.flatMap(({ goals }) => goals);
}

function withGoals({ areas }: Outline, at: number, goals: string[]): Outline {
  return { areas: areas.map((area, i) => (i === at ? { ...area, goals } : area)) };
}

function swapped<T>(items: readonly T[], one: number, other: number): T[] {
  const [a, b] = [items[one], items[other]];
  if (a === undefined || b === undefined) return [...items];
  return items.map((item, i) => (i === one ? b : i === other ? a : item));
}
