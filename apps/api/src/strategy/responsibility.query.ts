import { Injectable } from '@nestjs/common';
import type { GoalPageView, Reference } from '@slusen/contracts';
import { ACTOR_ROLES } from '@slusen/domain';
import type { ActorRevisionRow } from '../organisation/actor-revision.row.js';
import type { ActorRow } from '../organisation/actor.row.js';
import { asKnown, wasRecorded, type AsOf } from '../platform/as-of.js';
import type { ColumnsOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { Statements } from '../platform/statements.js';
import type { ResponsibilityRow } from './responsibility.row.js';

/** An actor and what it does for a goal, as it is shown. */
export type GoalRole = GoalPageView['roles'][number];

type Line = Pick<ColumnsOf<ResponsibilityRow>, 'goal_id' | 'role' | 'note_sv' | 'note_en'> &
  Pick<ColumnsOf<ActorRow & ActorRevisionRow>, 'slug' | 'name_sv' | 'name_en' | 'kind' | 'is_example'> & { goal_is_example: boolean };

const ROLE_ORDER = ACTOR_ROLES.map((role) => `'${role}'`).join(', ');
const OF_GOALS = {
  name: 'responsibility.of-goals',
  text: `
    select r.goal_id, r.role, r.note_sv, r.note_en, a.slug, a.name_sv, a.name_en, a.kind, a.is_example, g.is_example as goal_is_example
      from (select distinct on (one.goal_id, one.actor_id, one.role) one.* from responsibility one
             where one.goal_id = any($1) and ${wasRecorded('one', '$2')}
             order by one.goal_id, one.actor_id, one.role, one.revision desc) r
      join ${asKnown('actor', '$2')} a on a.id = r.actor_id
      join ${asKnown('goal', '$2')} g on g.id = r.goal_id
     where not r.is_withdrawn
     order by array_position(array[${ROLE_ORDER}], r.role), a.name_sv collate "sv-x-icu", a.id`,
};

/** Reads who does what for which goal. */
@Injectable()
export class ResponsibilityQuery {
  constructor(private readonly statements: Statements) {}

  /** The roles of each goal by its id: who leads first, then the other roles, each in the order of the alphabet. */
  async ofGoals(goalIds: readonly number[], { known }: AsOf): Promise<Map<number, GoalRole[]>> {
    const lines = await this.statements.rows<Line>(OF_GOALS, [goalIds, known]);
    const found = new Map<number, GoalRole[]>(goalIds.map((id) => [id, []]));
    for (const line of lines) found.get(line.goal_id)?.push(roleOf(line));
    return found;
  }
}

/** The actors that lead, as links. */
export function leadsOf(roles: readonly GoalRole[]): Reference[] {
  return roles.filter(({ role }) => role === 'leads').map(({ actor: { slug, name } }) => ({ slug, name }));
}

function roleOf(line: Line): GoalRole {
  return {
    actor: { slug: line.slug, name: localizedOf(line.name_sv, line.name_en), kind: line.kind, isExample: line.is_example },
    role: line.role,
    note: line.note_sv === null ? undefined : localizedOf(line.note_sv, line.note_en),
    isExample: line.is_example || line.goal_is_example,
  };
}
