import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, type ActorKind, type Localized } from '@slusen/domain';
import { In, type Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { latest } from '../platform/revisions.js';
import { inSwedishOrder } from '../platform/swedish-order.js';
import { ActorRevisionRow } from './actor-revision.row.js';

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
}

/** Reads actors of all kinds. */
@Injectable()
export class ActorQuery {
  constructor(@InjectRepository(ActorRevisionRow) private readonly revisions: Repository<ActorRevisionRow>) {}

  /** Every actor, in the order of the Swedish alphabet. */
  async all(asOf: AsOf): Promise<Actor[]> {
    const rows = await this.revisions.find({
      where: { revision: latest(this.revisions, asOf) },
      relations: { actor: true },
      order: { actorId: 'ASC' },
    });
    const named = new Map(rows.map((row) => [row.actorId, namedActorOf(row)]));
    const actors = rows.map((row) => ({ ...namedActorOf(row), parent: named.get(row.parentId ?? 0), contact: row.contact ?? undefined }));
    return inSwedishOrder(actors, ({ name }) => name.sv);
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
