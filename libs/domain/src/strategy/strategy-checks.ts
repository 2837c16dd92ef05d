import { fault, repeated, type Faults, type Place } from './fault.js';
import { type StrategyContent } from './strategy-content.js';

/** What a body decides at once: when, and the areas and goals it consists of. */
type Version = Pick<StrategyContent, 'version' | 'areas'>;

const slugs = (items: readonly { slug: string }[]): string[] => items.map(({ slug }) => slug);

/** Names used twice where they must be alone; of areas and goals `versionFaults` tells. */
export function* checkNames(strategy: StrategyContent): Faults {
  const codes = strategy.territories.map(({ code }) => code);
  yield* repeated(codes, ['territories'], ['code']);
  yield* repeated(slugs(strategy.actors), ['actors'], ['slug']);
  yield* repeated(slugs(strategy.indicators), ['indicators'], ['slug']);
}

/** No two areas have one name, and no two goals, whatever their areas: each has a page of its own. */
function* checkParts({ areas }: Pick<StrategyContent, 'areas'>): Faults {
  yield* repeated(slugs(areas), ['areas'], ['slug']);
  const seen = new Set<string>();
  for (const [a, { goals }] of areas.entries()) {
    for (const [g, { slug }] of goals.entries()) {
      if (seen.has(slug)) yield fault(['areas', a, 'goals', g, 'slug'], 'name.repeated', slug);
      seen.add(slug);
    }
  }
}

/** No two actions have one name, whatever their goals: each has a page of its own. */
export function* checkActionNames({ areas }: Pick<StrategyContent, 'areas'>): Faults {
  const seen = new Set<string>();
  for (const [a, { goals }] of areas.entries()) {
    for (const [g, { actions = [] }] of goals.entries()) {
      for (const [i, { slug }] of actions.entries()) {
        if (seen.has(slug)) yield fault(['areas', a, 'goals', g, 'actions', i, 'slug'], 'name.repeated', slug);
        seen.add(slug);
      }
    }
  }
}

/** One municipality of its own, every locality with a parent, and no circles among parents. */
export function* checkTerritories({ territories }: StrategyContent): Faults {
  const own = territories.filter(({ kind }) => kind === 'municipality');
  if (own.length !== 1) yield fault(['territories'], 'territory.one-municipality', String(own.length));
  for (const [t, { code, kind, parent }] of territories.entries()) {
    if (kind === 'locality' && parent === undefined) {
      yield fault(['territories', t, 'parent'], 'territory.parent-missing', code);
    }
  }
  yield* checkParents(
    territories.map((one) => ({ name: one.code, parent: one.parent })),
    ['territories'],
  );
}

/** Every parent of an actor is there, and none is its own ancestor. */
export function* checkActors({ actors }: StrategyContent): Faults {
  yield* checkParents(
    actors.map((one) => ({ name: one.slug, parent: one.parent })),
    ['actors'],
  );
}

function* checkParents(items: readonly { name: string; parent: string | undefined }[], path: Place): Faults {
  const parents = new Map(items.map(({ name, parent }) => [name, parent]));
  for (const [position, { name, parent }] of items.entries()) {
    if (parent === undefined) continue;
    const at = [...path, position, 'parent'];
    if (!parents.has(parent)) yield fault(at, 'reference.unknown', parent);
    else if (isOwnAncestor(name, parents)) yield fault(at, 'parent.circle', parent);
  }
}

/** Whether something would, by way of the parents of each, belong to itself. */
export function isOwnAncestor(name: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const passed = new Set<string>();
  let above = parents.get(name);
  while (above !== undefined && above !== name && !passed.has(above)) {
    passed.add(above);
    above = parents.get(above);
  }
  return above === name;
}

/** What is wrong with a version in itself: it says when it was decided, ends after it begins, and no name in it is used twice. */
export function* versionFaults({ version, areas }: Version): Faults {
  const { decidedOn, decidedOnText, validFrom, validTo } = version;
  if (decidedOn === undefined && decidedOnText === undefined) {
    yield fault(['version', 'decidedOn'], 'version.decided-missing', '');
  }
  if (validTo !== undefined && validTo < validFrom) {
    yield fault(['version', 'validTo'], 'version.ends-before-it-begins', validTo);
  }
  yield* checkParts({ areas });
}
