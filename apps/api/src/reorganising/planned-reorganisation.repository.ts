import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { NewReorganisation } from '@slusen/contracts';
import { DomainError, type IsoDate, type Localized } from '@slusen/domain';
import { In, LessThanOrEqual, type FindOptionsWhere, type Repository } from 'typeorm';
import { related } from '../platform/columns.js';
import { insertedId } from '../platform/inserted-id.js';
import { PlannedReorganisationRow, type PlanRefusal } from './planned-reorganisation.row.js';

/** A reorganisation that is decided for a day to come, or was refused on that day. */
export interface Plan {
  readonly id: number;
  readonly actorId: number;
  readonly slug: string;
  readonly sent: NewReorganisation;
  /** Undefined while it waits for its day. */
  readonly refusal: PlanRefusal | undefined;
  readonly plannedBy: { readonly id: string; readonly username: string; readonly name: string };
  readonly plannedAt: string;
}

/** One that is about to be planned. */
export interface NextPlan {
  readonly actorId: number;
  readonly sent: NewReorganisation;
  readonly plannedById: string;
}

/** Actors and what they are called, by their address. */
export type NamesBySlug = ReadonlyMap<string, { readonly slug: string; readonly name: Localized }>;

/** Plans, and back to rows. */
@Injectable()
export class PlannedReorganisationRepository {
  constructor(@InjectRepository(PlannedReorganisationRow) private readonly plans: Repository<PlannedReorganisationRow>) {}

  /** Those that wait for their day or were refused on it, the next first. */
  open(): Promise<Plan[]> {
    return this.plansWhere({ state: In(['planned', 'failed']) });
  }

  /** That of an actor; there is one at most. */
  async openOf(actorId: number): Promise<Plan | undefined> {
    const [plan] = await this.plansWhere({ actorId, state: In(['planned', 'failed']) });
    return plan;
  }

  /** Those whose day has come, the earliest first. */
  due(today: IsoDate): Promise<Plan[]> {
    return this.plansWhere({ state: 'planned', holdsFrom: LessThanOrEqual(today) });
  }

  /** One that waits or was refused, which nobody else ends until the commit. Throws `planned-reorganisation.not-found`. */
  async lockOpen(id: number): Promise<Plan> {
    await this.plans.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    const [plan] = await this.plansWhere({ id, state: In(['planned', 'failed']) });
    if (!plan) throw new DomainError('planned-reorganisation.not-found', { id });
    return plan;
  }

  /** The same of one that waits. */
  async lockWaiting(id: number): Promise<void> {
    if ((await this.lockOpen(id)).refusal) throw new DomainError('planned-reorganisation.not-found', { id });
  }

  async insert({ actorId, sent, plannedById }: NextPlan): Promise<number> {
    // TypeORM's type of a partial row does not know JSON of a closed shape.
    const row = { actorId, holdsFrom: sent.from, state: 'planned', request: sent, refusal: null, plannedById };
    return insertedId(await this.plans.insert(row as Parameters<typeof this.plans.insert>[0]));
  }

  /** It is over; what was asked for is kept no longer. */
  async close(id: number, state: 'carried-out' | 'withdrawn'): Promise<void> {
    await this.plans.update({ id }, { state, request: null });
  }

  async fail(id: number, refusal: PlanRefusal): Promise<void> {
    await this.plans.update({ id }, { state: 'failed', refusal });
  }

  private async plansWhere(where: FindOptionsWhere<PlannedReorganisationRow>): Promise<Plan[]> {
    const rows = await this.plans.find({ where, relations: { actor: true, plannedBy: true }, order: { holdsFrom: 'ASC', id: 'ASC' } });
    return rows.map(planOf);
  }
}

function planOf({ id, actorId, actor, request, refusal, plannedBy, plannedAt }: PlannedReorganisationRow): Plan {
  if (!request) throw new Error('What is over is not read');
  const { id: byId, username, name } = related(plannedBy);
  return {
    ...{ id, actorId, slug: related(actor).slug, sent: request, refusal: refusal ?? undefined },
    ...{ plannedBy: { id: byId, username, name }, plannedAt: plannedAt.toISOString() },
  };
}
