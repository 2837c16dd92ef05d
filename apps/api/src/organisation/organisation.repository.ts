import { Injectable } from '@nestjs/common';
import { DomainError, type ActorContent, type NameOf, type TerritoryContent } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { asKnown } from '../platform/as-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { latestRevision, type Revised } from '../platform/revisions.js';
import { ActorRevisionRow } from './actor-revision.row.js';
import { ActorRow } from './actor.row.js';
import { TerritoryRevisionRow } from './territory-revision.row.js';
import { TerritoryRow } from './territory.row.js';

/** Actors and places as what they say, and back to rows. */
@Injectable()
export class OrganisationRepository {
  async actorId(manager: EntityManager, slug: string): Promise<number | undefined> {
    return (await manager.findOneBy(ActorRow, { slug }))?.id;
  }

  async territoryId(manager: EntityManager, code: string): Promise<number | undefined> {
    return (await manager.findOneBy(TerritoryRow, { code }))?.id;
  }

  async actorSlug(manager: EntityManager, id: number): Promise<string> {
    return (await manager.findOneByOrFail(ActorRow, { id })).slug;
  }

  async actor(manager: EntityManager, slug: string): Promise<Revised<ActorContent> | undefined> {
    const id = await this.actorId(manager, slug);
    const row = id === undefined ? undefined : await latestRevision(manager, ActorRevisionRow, { actorId: id });
    if (id === undefined || !row) return undefined;
    const parent = row.parentId === null ? undefined : await this.actorSlug(manager, row.parentId);
    const { kind, revision, isExample } = row;
    const content = { slug, kind, name: localizedOf(row.nameSv, row.nameEn), parent, contact: row.contact ?? undefined, isExample };
    return { id, revision, content };
  }

  async territory(manager: EntityManager, code: string): Promise<Revised<TerritoryContent> | undefined> {
    const id = await this.territoryId(manager, code);
    const row = id === undefined ? undefined : await latestRevision(manager, TerritoryRevisionRow, { territoryId: id });
    if (id === undefined || !row) return undefined;
    const parent = row.parentId === null ? undefined : (await manager.findOneByOrFail(TerritoryRow, { id: row.parentId })).code;
    return { id, revision: row.revision, content: { code, kind: row.kind, name: localizedOf(row.nameSv, row.nameEn), parent } };
  }

  /** Throws `actor.unknown-parent`. */
  async requireActor(manager: EntityManager, parent: string | undefined): Promise<void> {
    if (parent !== undefined && (await this.actorId(manager, parent)) === undefined)
      throw new DomainError('actor.unknown-parent', { parent });
  }

  /** Throws `territory.unknown-parent`. */
  async requireTerritory(manager: EntityManager, parent: string | undefined): Promise<void> {
    if (parent !== undefined && (await this.territoryId(manager, parent)) === undefined)
      throw new DomainError('territory.unknown-parent', { parent });
  }

  /** What people call actors, by slug, and places, by code. */
  async names(manager: EntityManager): Promise<NameOf> {
    const lines = await manager.query<{ slug: string; name: string }[]>(
      `select slug, name_sv as name from ${asKnown('actor')} a union all select code, name_sv from ${asKnown('territory')} t`,
    );
    const names = new Map(lines.map(({ slug, name }) => [slug, name]));
    return (slug) => names.get(slug) ?? slug;
  }

  /** The actors that may answer for figures, and the localities that may have figures of their own. */
  async references(manager: EntityManager): Promise<{ actors: Set<string>; localities: Set<string> }> {
    const lines = await manager.query<{ slug: string; is_actor: boolean }[]>(
      `select slug, true as is_actor from actor union all select code, false from ${asKnown('territory')} t where kind = 'locality'`,
    );
    const of = (isActor: boolean) => new Set(lines.filter((line) => line.is_actor === isActor).map(({ slug }) => slug));
    return { actors: of(true), localities: of(false) };
  }

  /** Makes the actor that revisions belong to, and returns its id. */
  async insertActor(manager: EntityManager, slug: string): Promise<number> {
    const { identifiers } = await manager.insert(ActorRow, { slug });
    return Number(identifiers[0]?.['id']);
  }

  /** Makes the place that revisions belong to, and returns its id. */
  async insertTerritory(manager: EntityManager, code: string): Promise<number> {
    const { identifiers } = await manager.insert(TerritoryRow, { code });
    return Number(identifiers[0]?.['id']);
  }

  async insertActorRevision(manager: EntityManager, { id, revision, content }: Revised<ActorContent>, why: ChangeColumns): Promise<void> {
    const { kind, name, parent, contact = null, isExample } = content;
    const parentId = parent === undefined ? null : (await manager.findOneByOrFail(ActorRow, { slug: parent })).id;
    const row = { actorId: id, revision, kind, nameSv: name.sv, nameEn: name.en ?? null, parentId, contact, isExample, ...why };
    await manager.insert(ActorRevisionRow, row);
  }

  async insertTerritoryRevision(
    manager: EntityManager,
    { id, revision, content }: Revised<TerritoryContent>,
    why: ChangeColumns,
  ): Promise<void> {
    const { kind, name, parent } = content;
    const parentId = parent === undefined ? null : (await manager.findOneByOrFail(TerritoryRow, { code: parent })).id;
    await manager.insert(TerritoryRevisionRow, {
      territoryId: id,
      revision,
      kind,
      nameSv: name.sv,
      nameEn: name.en ?? null,
      parentId,
      ...why,
    });
  }
}
