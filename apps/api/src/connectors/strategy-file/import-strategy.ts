import { Injectable } from '@nestjs/common';
import type { StrategyFile } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import { auditedAs, type Acting } from '../../identity/account.js';
import { AuditTrail } from '../../identity/audit-trail.js';
import { Permissions } from '../../identity/permissions.js';
import { Publications } from '../../observations/publications.js';
import { Transactions } from '../../platform/transactions.js';
import { AreaRow } from '../../strategy/area.row.js';
import { GoalRow } from '../../strategy/goal.row.js';
import { ResponsibilityRow } from '../../strategy/responsibility.row.js';
import { TargetRow } from '../../targets/target.row.js';
import { insertOnce } from './insert-once.js';
import { importIndicators } from './import-indicators.js';
import { importOrganisation } from './import-organisation.js';
import { importVersion } from './import-version.js';
import { bandColumns, noTargetColumns, pointColumns } from './target-columns.js';

/** How many rows of each kind were new. */
export type StrategyImport = Readonly<Record<Kind, number>>;
type Kind =
  'strategies' | 'versions' | 'territories' | 'actors' | 'indicators' | 'breaks' | 'areas' | 'goals' | 'targets' | 'responsibilities';

type Goal = StrategyFile['areas'][number]['goals'][number];
interface Keys {
  readonly actors: ReadonlyMap<string, number>;
  readonly indicators: ReadonlyMap<string, number>;
}

/**
 * Reads a checked strategy file into the tables. What is there already stays as it is (history is never rewritten), so
 * the same file can be read again; a version that was adopted with other contents, more or fewer, is refused.
 */
@Injectable()
export class ImportStrategy {
  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly publications: Publications,
  ) {}

  /** In one transaction. Throws `strategy.another`, or `strategy.adopted…` when the version differs from what is there. */
  async run(file: StrategyFile, by: Acting): Promise<StrategyImport> {
    this.permissions.require(by, 'strategy.import');
    const counts = await this.transactions.run((manager) => this.read(manager, file, auditedAs(by)));
    this.publications.announce('everything');
    return counts;
  }

  private async read(manager: EntityManager, file: StrategyFile, by: string | null): Promise<StrategyImport> {
    const { versionId, ...decided } = await importVersion(manager, file);
    const { territories, actors } = await importOrganisation(manager, file);
    const indicators = await importIndicators(manager, file, actors.ids);
    const organisation = { territories, actors: actors.added, indicators: indicators.added, breaks: indicators.newBreaks.length };
    const keys = { actors: actors.ids, indicators: indicators.ids };
    const counts = { ...decided, ...organisation, ...(await this.areas(manager, { versionId, areas: file.areas }, keys)) };
    await this.publications.tellOthers(manager, 'everything');
    const facts = { version: file.version.number, ...counts, newBreaks: indicators.newBreaks };
    await this.audit.record(manager, { action: 'strategy.import', subject: `strategy:${file.strategy.slug}`, by, facts });
    return counts;
  }

  private async areas(
    manager: EntityManager,
    { versionId, areas }: { versionId: number; areas: StrategyFile['areas'] },
    keys: Keys,
  ): Promise<Pick<StrategyImport, 'areas' | 'goals' | 'targets' | 'responsibilities'>> {
    const counts = { areas: 0, goals: 0, targets: 0, responsibilities: 0 };
    for (const [position, area] of areas.entries()) {
      const where = { strategyVersionId: versionId, slug: area.slug };
      const { id: areaId, isNew } = await insertOnce(manager.getRepository(AreaRow), where, areaColumns(area, position));
      counts.areas += Number(isNew);
      for (const [at, goal] of area.goals.entries()) {
        const added = await this.goal(manager, { areaId, position: at, goal }, keys);
        for (const kind of ['goals', 'targets', 'responsibilities'] as const) counts[kind] += added[kind];
      }
    }
    return counts;
  }

  private async goal(
    manager: EntityManager,
    place: { areaId: number; position: number; goal: Goal },
    keys: Keys,
  ): Promise<Pick<StrategyImport, 'goals' | 'targets' | 'responsibilities'>> {
    const { areaId, position, goal } = place;
    const { id: goalId, isNew } = await insertOnce(
      manager.getRepository(GoalRow),
      { areaId, slug: goal.slug },
      {
        position,
        nameSv: goal.name.sv,
        nameEn: goal.name.en,
        descriptionSv: goal.description.sv,
        descriptionEn: goal.description.en,
        unmeasuredReasonSv: goal.deliberatelyNotMeasured?.sv ?? null,
        unmeasuredReasonEn: goal.deliberatelyNotMeasured?.en ?? null,
        isExample: goal.isExample,
      },
    );
    const targets = await this.targets(manager, { goalId, goal }, keys);
    let responsibilities = 0;
    for (const { actor, role, note } of goal.roles) {
      const where = { goalId, actorId: idOf(keys.actors, actor), role };
      const added = await insertOnce(manager.getRepository(ResponsibilityRow), where, {
        noteSv: note?.sv ?? null,
        noteEn: note?.en ?? null,
      });
      responsibilities += Number(added.isNew);
    }
    return { goals: Number(isNew), targets, responsibilities };
  }

  private async targets(manager: EntityManager, { goalId, goal }: { goalId: number; goal: Goal }, keys: Keys): Promise<number> {
    let added = 0;
    const wanted = [
      ...goal.targets.map((target) => ({
        indicator: target.indicator,
        columns: target.kind === 'band' ? bandColumns(target) : pointColumns(target),
      })),
      ...goal.indicatorsWithoutTarget.map((indicator) => ({ indicator, columns: noTargetColumns })),
    ];
    for (const { indicator, columns } of wanted) {
      const where = { goalId, indicatorId: idOf(keys.indicators, indicator), revision: 1 };
      added += Number((await insertOnce(manager.getRepository(TargetRow), where, columns)).isNew);
    }
    return added;
  }
}

function areaColumns({ name, shortName, description }: StrategyFile['areas'][number], position: number) {
  return {
    position,
    nameSv: name.sv,
    nameEn: name.en,
    shortNameSv: shortName.sv,
    shortNameEn: shortName.en,
    descriptionSv: description.sv,
    descriptionEn: description.en,
  };
}

/** The file's references were checked when it was read, so a missing one is a fault of this program. */
function idOf(ids: ReadonlyMap<string, number>, slug: string): number {
  const id = ids.get(slug);
  if (id === undefined) throw new DomainError('strategy-file.unknown-reference', { slug });
  return id;
}
