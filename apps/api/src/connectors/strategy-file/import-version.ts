import type { StrategyFile } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import { StrategyVersionRow } from '../../strategy/strategy-version.row.js';
import { StrategyRow } from '../../strategy/strategy.row.js';
import { requireWhatWasAdopted } from './adopted-version.js';
import { insertOnce } from './insert-once.js';

/** Reads the strategy and its version, and says whether they were new; the contents of one that is there must be the same. */
export async function importVersion(
  manager: EntityManager,
  file: StrategyFile,
): Promise<{ versionId: number; strategies: number; versions: number }> {
  const { slug, name, purpose } = file.strategy;
  await requireOnlyStrategy(manager, slug);
  const row = { nameSv: name.sv, nameEn: name.en, purposeSv: purpose.sv, purposeEn: purpose.en };
  const strategy = await insertOnce(manager.getRepository(StrategyRow), { slug }, row);
  const key = { strategyId: strategy.id, number: file.version.number };
  const version = await insertOnce(manager.getRepository(StrategyVersionRow), key, versionColumns(file.version));
  if (!version.isNew) await requireWhatWasAdopted(manager, version.id, file);
  return { versionId: version.id, strategies: Number(strategy.isNew), versions: Number(version.isNew) };
}

/** Public pages show the strategy in force, whichever it is, so a second one would take them over. */
async function requireOnlyStrategy(manager: EntityManager, slug: string): Promise<void> {
  // Two files read at once would both find no strategy.
  await manager.query(`select pg_advisory_xact_lock(hashtext('slusen.strategy'))`);
  const there = await manager.find(StrategyRow, { order: { id: 'asc' } });
  const [first] = there;
  if (first && !there.some((one) => one.slug === slug)) throw new DomainError('strategy.another', { there: first.slug, file: slug });
}

function versionColumns({
  body,
  decidedOn,
  decidedOnText,
  paragraph,
  dnr,
  validFrom,
  validTo,
  isExample,
}: StrategyFile['version']): Partial<StrategyVersionRow> {
  return {
    ...{ bodySv: body.sv, bodyEn: body.en, validFrom, isExample },
    decidedOn: decidedOn ?? null,
    decidedOnTextSv: decidedOnText?.sv ?? null,
    decidedOnTextEn: decidedOnText?.en ?? null,
    paragraph: paragraph ?? null,
    dnr: dnr ?? null,
    validTo: validTo ?? null,
  };
}
