import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, ENDING_KINDS, isOwnAncestor, type ActorContent, type NameOf, type TerritoryContent } from '@slusen/domain';
import { In, IsNull, Not, type FindOptionsWhere, type Repository } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { insertedId } from '../platform/inserted-id.js';
import { latest, type Revised } from '../platform/revisions.js';
import { ActorRevisionRow } from './actor-revision.row.js';
import { ActorRow } from './actor.row.js';
import { ReorganisationRow } from './reorganisation.row.js';
import { TerritoryRevisionRow } from './territory-revision.row.js';
import { TerritoryRow } from './territory.row.js';

/** Actors and places as what they say, and back to rows. */
@Injectable()
export class OrganisationRepository {
  constructor(
    @InjectRepository(ActorRow) private readonly actors: Repository<ActorRow>,
    @InjectRepository(ActorRevisionRow) private readonly actorRevisions: Repository<ActorRevisionRow>,
    @InjectRepository(ReorganisationRow) private readonly reorganisations: Repository<ReorganisationRow>,
    @InjectRepository(TerritoryRow) private readonly territories: Repository<TerritoryRow>,
    @InjectRepository(TerritoryRevisionRow) private readonly territoryRevisions: Repository<TerritoryRevisionRow>,
  ) {}

  async actorId(slug: string): Promise<number | undefined> {
    return (await this.actors.findOneBy({ slug }))?.id;
  }

  /** Of an actor that something new can be given to; undefined where there is none, or one that is no more. */
  async standingActorId(slug: string): Promise<number | undefined> {
    const id = await this.actorId(slug);
    return id === undefined || (await this.hasEnded(id)) ? undefined : id;
  }

  /** Whether the actor is no more. */
  hasEnded(actorId: number): Promise<boolean> {
    return this.reorganisations.existsBy({ actorId, kind: In(ENDING_KINDS) });
  }

  async territoryId(code: string): Promise<number | undefined> {
    return (await this.territories.findOneBy({ code }))?.id;
  }

  async actor(slug: string): Promise<Revised<ActorContent> | undefined> {
    const [actor] = await this.actorsWhere({ actor: { slug } });
    return actor;
  }

  /** Every actor, in the order they were added. */
  allActors(): Promise<Revised<ActorContent>[]> {
    return this.actorsWhere({});
  }

  async territory(code: string): Promise<Revised<TerritoryContent> | undefined> {
    const [territory] = await this.territoriesWhere({ territory: { code } });
    return territory;
  }

  /** Every place, in the order they were added. */
  allTerritories(): Promise<Revised<TerritoryContent>[]> {
    return this.territoriesWhere({});
  }

  /** Throws `actor.unknown-parent`. */
  async requireActor(parent: string | undefined): Promise<void> {
    if (parent !== undefined && (await this.standingActorId(parent)) === undefined)
      throw new DomainError('actor.unknown-parent', { parent });
  }

  /** Throws `territory.unknown-parent`. */
  async requireTerritory(parent: string | undefined): Promise<void> {
    if (parent !== undefined && (await this.territoryId(parent)) === undefined)
      throw new DomainError('territory.unknown-parent', { parent });
  }

  /** Whether the actor called `slug` would belong to itself if it belonged to `parent`. */
  async isActorCircle(slug: string, parent: string | undefined): Promise<boolean> {
    const where = { parentId: Not(IsNull()), revision: latest(this.actorRevisions) };
    const rows = await this.actorRevisions.find({ where, relations: { actor: true, parent: true } });
    const parents = rows.map((row) => [related(row.actor).slug, related(row.parent).slug] as const);
    return isOwnAncestor(slug, new Map([...parents, [slug, parent]]));
  }

  /** Whether the place with this code would lie in itself if it lay in `parent`. */
  async isTerritoryCircle(code: string, parent: string | undefined): Promise<boolean> {
    const where = { parentId: Not(IsNull()), revision: latest(this.territoryRevisions) };
    const rows = await this.territoryRevisions.find({ where, relations: { territory: true, parent: true } });
    const parents = rows.map((row) => [related(row.territory).code, related(row.parent).code] as const);
    return isOwnAncestor(code, new Map([...parents, [code, parent]]));
  }

  /** What people call actors, by slug, and places, by code. */
  async names(): Promise<NameOf> {
    const actors = await this.actorRevisions.find({ where: { revision: latest(this.actorRevisions) }, relations: { actor: true } });
    const places = await this.territoryRevisions.find({
      where: { revision: latest(this.territoryRevisions) },
      relations: { territory: true },
    });
    const names = new Map([
      ...actors.map(({ actor, nameSv }) => [related(actor).slug, nameSv] as const),
      ...places.map(({ territory, nameSv }) => [related(territory).code, nameSv] as const),
    ]);
    return (slug) => names.get(slug) ?? slug;
  }

  /** The actors that may answer for figures (not those that are no more), and the localities that may have figures of their own. */
  async references(): Promise<{ actors: Set<string>; localities: Set<string> }> {
    const ended = await this.reorganisations.find({ where: { kind: In(ENDING_KINDS) } });
    const actors = await this.actors.findBy({ id: Not(In(ended.map(({ actorId }) => actorId))) });
    const localities = await this.territoryRevisions.find({
      where: { kind: 'locality', revision: latest(this.territoryRevisions) },
      relations: { territory: true },
    });
    return {
      actors: new Set(actors.map(({ slug }) => slug)),
      localities: new Set(localities.map(({ territory }) => related(territory).code)),
    };
  }

  /** Makes the actor that revisions belong to, and returns its id. */
  async insertActor(slug: string): Promise<number> {
    return insertedId(await this.actors.insert({ slug }));
  }

  /** Makes the place that revisions belong to, and returns its id. */
  async insertTerritory(code: string): Promise<number> {
    return insertedId(await this.territories.insert({ code }));
  }

  async insertActorRevision({ id, revision, content }: Revised<ActorContent>, why: ChangeColumns): Promise<void> {
    const { kind, name, parent, contact = null, isExample } = content;
    const parentId = parent === undefined ? null : (await this.actors.findOneByOrFail({ slug: parent })).id;
    const words = { kind, nameSv: name.sv, nameEn: name.en ?? null, contact, isExample };
    await this.actorRevisions.insert({ actorId: id, revision, ...words, parentId, ...why });
  }

  async insertTerritoryRevision({ id, revision, content }: Revised<TerritoryContent>, why: ChangeColumns): Promise<void> {
    const { kind, name, parent } = content;
    const parentId = parent === undefined ? null : (await this.territories.findOneByOrFail({ code: parent })).id;
    const words = { kind, nameSv: name.sv, nameEn: name.en ?? null };
    await this.territoryRevisions.insert({ territoryId: id, revision, ...words, parentId, ...why });
  }

  private async actorsWhere(which: FindOptionsWhere<ActorRevisionRow>): Promise<Revised<ActorContent>[]> {
    const where = { ...which, revision: latest(this.actorRevisions) };
    const rows = await this.actorRevisions.find({ where, relations: { actor: true, parent: true }, order: { actorId: 'ASC' } });
    return rows.map(({ actorId: id, revision, actor, kind, nameSv, nameEn, parent, contact, isExample }) => {
      const { slug } = related(actor);
      const content = { slug, kind, name: localizedOf(nameSv, nameEn), parent: parent?.slug, contact: contact ?? undefined, isExample };
      return { id, revision, content };
    });
  }

  private async territoriesWhere(which: FindOptionsWhere<TerritoryRevisionRow>): Promise<Revised<TerritoryContent>[]> {
    const where = { ...which, revision: latest(this.territoryRevisions) };
    const rows = await this.territoryRevisions.find({ where, relations: { territory: true, parent: true }, order: { territoryId: 'ASC' } });
    return rows.map(({ territoryId: id, revision, territory, kind, nameSv, nameEn, parent }) => {
      return { id, revision, content: { code: related(territory).code, kind, name: localizedOf(nameSv, nameEn), parent: parent?.code } };
    });
  }
}
