import type { StrategyFile } from '@slusen/contracts';
import type { EntityManager } from 'typeorm';
import { ActorRow } from '../../organisation/actor.row.js';
import { TerritoryRow } from '../../organisation/territory.row.js';
import { insertOnce } from './insert-once.js';

/** Reads areas and actors; parents stand before their parts, whatever the file's order. */
export async function importOrganisation(
  manager: EntityManager,
  file: StrategyFile,
): Promise<{ territories: number; actors: { ids: Map<string, number>; added: number } }> {
  const territories = new Map<string, number>();
  let newTerritories = 0;
  for (const { code, kind, name, parent } of parentsFirst(file.territories, ({ code }) => code)) {
    const row = { kind, nameSv: name.sv, nameEn: name.en ?? null, parentId: parent ? (territories.get(parent) ?? null) : null };
    const { id, isNew } = await insertOnce(manager.getRepository(TerritoryRow), { code }, row);
    territories.set(code, id);
    newTerritories += Number(isNew);
  }
  const ids = new Map<string, number>();
  let added = 0;
  for (const { slug, kind, name, parent, contact, isExample } of parentsFirst(file.actors, ({ slug }) => slug)) {
    const row = {
      kind,
      nameSv: name.sv,
      nameEn: name.en ?? null,
      parentId: parent ? (ids.get(parent) ?? null) : null,
      contact: contact ?? null,
      isExample,
    };
    const { id, isNew } = await insertOnce(manager.getRepository(ActorRow), { slug }, row);
    ids.set(slug, id);
    added += Number(isNew);
  }
  return { territories: newTerritories, actors: { ids, added } };
}

function parentsFirst<Item extends { parent?: string | undefined }>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const depth = (item: Item, level = 0): number => {
    const parent = item.parent === undefined || level > items.length ? undefined : byKey.get(item.parent);
    return parent ? depth(parent, level + 1) : level;
  };
  return [...items].sort((a, b) => depth(a) - depth(b));
}
