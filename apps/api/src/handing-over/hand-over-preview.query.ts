import { Injectable } from '@nestjs/common';
import type { HandOverPreview, HeldRole, Person } from '@slusen/contracts';
import { departmentsFor, type IsoDate, type PermissionAction } from '@slusen/domain';
import { EntryDesk } from '../entries/entry-desk.js';
import { TO_DO } from '../entries/task-of.js';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Account, SignedIn } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { handedOver } from '../identity/hand-over-responsibility.js';
import { policyAccount } from '../identity/permissions.js';
import { PersonQuery } from '../people/person.query.js';
import { statement, Statements } from '../platform/statements.js';

const OWN = statement({
  name: 'hand-over.entries',
  text: `
    select (count(*) filter (where e.state in ('draft', 'returned')))::int as drafts, (count(*) filter (where e.state = 'submitted'))::int as submitted
      from entry e where exists (select from entry_author w where w.entry_id = e.id and w.account_id = $1)`,
});

/** What would be handed over of a person: what they answer for, and what of it is under way. */
@Injectable()
export class HandOverPreviewQuery {
  constructor(
    private readonly people: PersonQuery,
    private readonly desk: EntryDesk,
    private readonly indicators: IndicatorMemory,
    private readonly statements: Statements,
  ) {}

  /** Throws `account.not-found`. */
  async of(by: SignedIn, acting: Acting, { id, from }: { readonly id: string; readonly from: IsoDate }): Promise<HandOverPreview> {
    const person = await this.people.read(by, id);
    const roles = handedOver(person.roles, from);
    const account = withRoles(person, roles);
    const [own] = await this.statements.rows<Pick<HandOverPreview, 'drafts' | 'submitted'>>(OWN, [id]);
    const as = { ...acting, account };
    return { roles, ...(await this.reported(as)), ...(own ?? { drafts: 0, submitted: 0 }), toReview: await this.toReview(as) };
  }

  private async reported(acting: Acting): Promise<Pick<HandOverPreview, 'indicators' | 'tasks' | 'rounds'>> {
    const departments = departmentsOf(acting, 'task.read');
    if (departments.length === 0) return { indicators: 0, tasks: 0, rounds: 0 };
    const all = [...(await this.indicators.bySlug(acting.asOf)).values()];
    const { items } = await this.desk.tasksOf(acting);
    const toDo = items.filter(({ state }) => TO_DO.includes(state));
    return {
      indicators: all.filter(({ owner }) => owner && departments.includes(owner.slug)).length,
      tasks: toDo.length,
      rounds: new Set(toDo.flatMap(({ round }) => round ?? [])).size,
    };
  }

  private async toReview(acting: Acting): Promise<number> {
    if (departmentsOf(acting, 'queue.read').length === 0) return 0;
    return (await this.desk.queueOf(acting, { order: 'longest', limit: 1, offset: 0 })).total;
  }
}

/** The person as if they held just what is handed over: of a role of a day to come, too. */
function withRoles({ id, username, name }: Person, roles: readonly HeldRole[]): Account {
  return { id, username, name, roles: roles.map(({ role, department }) => ({ role, ...(department ? { department } : {}) })) };
}

function departmentsOf({ account }: Acting, list: PermissionAction): readonly string[] {
  const departments = departmentsFor(policyAccount(account), list);
  return departments === 'all' ? [] : departments;
}
