import { Injectable } from '@nestjs/common';
import { departmentsFor, type PermissionAction } from '@slusen/domain';
import { OPERATOR, type Account, type Principal } from '../identity/account.js';
import { policyAccount } from '../identity/permissions.js';
import { ActorQuery, type Actor } from '../organisation/actor.query.js';

/** Whether someone answers for an actor, and as which department; none where they answer for all. */
export interface Answer {
  readonly isAnswering: boolean;
  readonly department?: Actor | undefined;
}

/** Of today: rights are those of the moment in which they are used. */
const NOW = { today: '', known: undefined };

/** Who answers for which actor: a department for itself, and for the one that it belongs to. */
@Injectable()
export class Answering {
  constructor(private readonly actors: ActorQuery) {}

  async for(by: Principal, action: PermissionAction, slug: string): Promise<Answer> {
    const departments = by === OPERATOR ? 'all' : departmentsFor(policyAccount(by), action);
    if (departments === 'all') return { isAnswering: true };
    const department = (await this.actors.all(NOW)).find((actor) => departments.includes(actor.slug) && answersFor(actor, slug));
    return { isAnswering: department !== undefined, department };
  }

  /** The actors that an account answers for. */
  async actorsOf(account: Account, action: PermissionAction): Promise<Actor[]> {
    const departments = departmentsFor(policyAccount(account), action);
    const all = await this.actors.all(NOW);
    if (departments === 'all') return all;
    const own = all.filter(({ slug }) => departments.includes(slug));
    return all.filter(({ slug }) => own.some((department) => answersFor(department, slug)));
  }
}

const answersFor = (department: Actor, slug: string): boolean => department.slug === slug || department.parent?.slug === slug;
