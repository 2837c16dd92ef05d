import type { RoleMatrix } from '@slusen/contracts';
import type { ActorRole } from '@slusen/domain';

/** How the goals can be ordered, as the address says it. */
export const ORDERS = ['strategi', 'namn', 'luckor', 'antal'] as const;
export type GoalOrder = (typeof ORDERS)[number];

/** A goal with a cell for each actor: what it does, nothing where it does nothing. */
export interface GoalRow {
  readonly goal: RoleMatrix['goals'][number];
  readonly cells: readonly { readonly actor: RoleMatrix['actors'][number]; readonly roles: readonly ActorRole[] }[];
}

/** How many goals an actor leads, and how many roles it has in all. */
export interface ActorLoad {
  readonly actor: RoleMatrix['actors'][number];
  readonly leads: number;
  readonly roles: number;
}

/** What each actor has on its hands, those that lead most first. */
export function actorLoads({ actors, roles }: RoleMatrix): readonly ActorLoad[] {
  const loads = actors.map((actor) => {
    const own = roles.filter((held) => held.actor === actor.slug);
    return { actor, leads: own.filter(({ role }) => role === 'leads').length, roles: own.length };
  });
  return loads.sort((a, b) => b.leads - a.leads || b.roles - a.roles);
}

/** The rows of the table; within what an order makes equal the strategy's own order stands. */
export function goalRows(matrix: RoleMatrix, order: GoalOrder): readonly GoalRow[] {
  const rows = matrix.goals.map((goal) => ({
    goal,
    cells: matrix.actors.map((actor) => ({ actor, roles: rolesOf(matrix, goal.slug, actor.slug) })),
  }));
  const gaps = ({ goal }: GoalRow): number =>
    [matrix.gaps.noLead, matrix.gaps.onlyMunicipality].filter((slugs) => slugs.includes(goal.slug)).length;
  const count = ({ cells }: GoalRow): number => cells.filter(({ roles }) => roles.length > 0).length;
  const comparisons: Readonly<Record<GoalOrder, (a: GoalRow, b: GoalRow) => number>> = {
    strategi: () => 0,
    namn: (a, b) => a.goal.name.sv.localeCompare(b.goal.name.sv, 'sv'),
    luckor: (a, b) => gaps(b) - gaps(a),
    antal: (a, b) => count(b) - count(a),
  };
  return rows.sort(comparisons[order]);
}

function rolesOf({ roles }: RoleMatrix, goal: string, actor: string): ActorRole[] {
  return roles.filter((held) => held.goal === goal && held.actor === actor).map(({ role }) => role);
}
