import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { GoalPageView, Reference } from '@slusen/contracts';
import { ACTOR_ROLES } from '@slusen/domain';
import { In, type Repository } from 'typeorm';
import { ActorQuery, type NamedActor } from '../organisation/actor.query.js';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { latest } from '../platform/revisions.js';
import { inSwedishOrder } from '../platform/swedish-order.js';
import { GoalRevisionRow } from './goal-revision.row.js';
import { ResponsibilityRow } from './responsibility.row.js';

/** An actor and what it does for a goal, as it is shown. */
export type GoalRole = GoalPageView['roles'][number];

/** Reads who does what for which goal. */
@Injectable()
export class ResponsibilityQuery {
  constructor(
    @InjectRepository(ResponsibilityRow) private readonly responsibilities: Repository<ResponsibilityRow>,
    @InjectRepository(GoalRevisionRow) private readonly goals: Repository<GoalRevisionRow>,
    private readonly actors: ActorQuery,
  ) {}

  /** The roles of each goal by its id: who leads first, then the other roles, each in the order of the alphabet. */
  async ofGoals(goalIds: readonly number[], asOf: AsOf): Promise<Map<number, GoalRole[]>> {
    const goalId = In([...goalIds]);
    const [rows, goals] = await Promise.all([
      this.responsibilities.find({
        where: { goalId, isWithdrawn: false, revision: latest(this.responsibilities, asOf) },
        order: { actorId: 'ASC' },
      }),
      this.goals.findBy({ goalId, revision: latest(this.goals, asOf) }),
    ]);
    const actors = await this.actors.byIds(
      rows.map(({ actorId }) => actorId),
      asOf,
    );
    const examples = new Set(goals.filter(({ isExample }) => isExample).map((goal) => goal.goalId));
    const found = new Map<number, GoalRole[]>(goalIds.map((id) => [id, []]));
    for (const row of rows) found.get(row.goalId)?.push(roleOf(row, related(actors.get(row.actorId)), examples.has(row.goalId)));
    return new Map([...found].map(([id, roles]) => [id, inOrder(roles)]));
  }
}

/** The actors that lead, as links. */
export function leadsOf(roles: readonly GoalRole[]): Reference[] {
  return roles.filter(({ role }) => role === 'leads').map(({ actor: { slug, name } }) => ({ slug, name }));
}

function inOrder(roles: readonly GoalRole[]): GoalRole[] {
  const byName = inSwedishOrder(roles, ({ actor }) => actor.name.sv);
  return byName.sort((a, b) => ACTOR_ROLES.indexOf(a.role) - ACTOR_ROLES.indexOf(b.role));
}

function roleOf(
  { role, noteSv, noteEn }: ResponsibilityRow,
  { slug, name, kind, isExample }: NamedActor,
  isGoalExample: boolean,
): GoalRole {
  return {
    actor: { slug, name, kind, isExample },
    role,
    note: noteSv === null ? undefined : localizedOf(noteSv, noteEn),
    isExample: isExample || isGoalExample,
  };
}
