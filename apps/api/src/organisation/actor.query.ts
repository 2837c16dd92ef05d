import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, type ActorKind, type IsoDate, type Localized } from '@slusen/domain';
import { In, type Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { latest } from '../platform/revisions.js';
import { inSwedishOrder } from '../platform/swedish-order.js';
import { ActorRevisionRow } from './actor-revision.row.js';
import { ReorganisationRepository, type Reorganised } from './reorganisation.repository.js';

/** Someone by their name, as others refer to them. */
export interface NamedActor {
  readonly id: number;
  readonly slug: string;
  readonly kind: ActorKind;
  readonly name: Localized;
  readonly isExample: boolean;
}

/** Someone who does something for a goal, or answers for figures. */
export interface Actor extends NamedActor {
  /** A department's committee, a committee's council. */
  readonly parent: Pick<NamedActor, 'slug' | 'name'> | undefined;
  readonly contact: string | undefined;
  /** From when it is no more, and what it became. */
  readonly ended: Ended | undefined;
  /** Those that ended and became part of it. */
  readonly cameFrom: readonly { readonly actor: Reference; readonly from: IsoDate }[];
}

type Reference = Pick<NamedActor, 'slug' | 'name'>;

/** That an actor is no more. */
export interface Ended {
  readonly from: IsoDate;
  readonly decision: string;
  readonly into: readonly Reference[];
}

/** Reads actors of all kinds. */
@Injectable()
export class ActorQuery {
  constructor(
    @InjectRepository(ActorRevisionRow) private readonly revisions: Repository<ActorRevisionRow>,
    private readonly reorganisations: ReorganisationRepository,
  ) {}

  /** Every actor, ended ones too, in the order of the Swedish alphabet. */
  async all(asOf: AsOf): Promise<Actor[]> {
    const rows = await this.revisions.find({
      where: { revision: latest(this.revisions, asOf) },
      relations: { actor: true },
      order: { actorId: 'ASC' },
    });
    const named = new Map(rows.map((row) => [row.actorId, namedActorOf(row)]));
    const done = (await this.reorganisations.all(asOf)).filter(({ kind }) => kind !== 'rename');
    const actors = rows.map((row) => ({
      ...namedActorOf(row),
      parent: named.get(row.parentId ?? 0),
      contact: row.contact ?? undefined,
      ...becoming(row.actorId, done, named),
    }));
    return inSwedishOrder(actors, ({ name }) => name.sv);
  }

  /** Those that are there still: who can be given something, or chosen. */
  async standing(asOf: AsOf): Promise<Actor[]> {
    return (await this.all(asOf)).filter(({ ended }) => !ended);
  }

  /** Throws `actor.not-found`. */
  async bySlug(slug: string, asOf: AsOf): Promise<Actor> {
    const actor = (await this.all(asOf)).find((one) => one.slug === slug);
    if (!actor) throw new DomainError('actor.not-found', { actor: slug });
    return actor;
  }

  /** Those of the ids that were there. */
  async byIds(ids: readonly number[], asOf: AsOf): Promise<Map<number, NamedActor>> {
    if (ids.length === 0) return new Map();
    const rows = await this.revisions.find({
      where: { actorId: In([...new Set(ids)]), revision: latest(this.revisions, asOf) },
      relations: { actor: true },
    });
    return new Map(rows.map((row) => [row.actorId, namedActorOf(row)]));
  }
}

function namedActorOf({ actorId, actor, kind, nameSv, nameEn, isExample }: ActorRevisionRow): NamedActor {
  return { id: actorId, slug: related(actor).slug, kind, name: localizedOf(nameSv, nameEn), isExample };
}

function becoming(id: number, done: readonly Reorganised[], named: ReadonlyMap<number, NamedActor>): Pick<Actor, 'ended' | 'cameFrom'> {
  const references = (ids: readonly number[]): Reference[] => ids.flatMap((one) => named.get(one) ?? []);
  const end = done.find(({ actorId }) => actorId === id);
  return {
    ended: end && { from: end.from, decision: end.decision, into: references(end.into) },
    cameFrom: done
      .filter(({ into }) => into.includes(id))
      .flatMap(({ actorId, from }) => references([actorId]).map((actor) => ({ actor, from }))),
  };
}
