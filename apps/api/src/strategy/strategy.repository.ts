import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { StrategyNames, VersionContent } from '@slusen/domain';
import type { FindOptionsWhere, Repository } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { related } from '../platform/columns.js';
import { insertedId } from '../platform/inserted-id.js';
import { latest, type Revised } from '../platform/revisions.js';
import * as columns from './strategy-columns.js';
import { StrategyRevisionRow } from './strategy-revision.row.js';
import { StrategyVersionRevisionRow } from './strategy-version-revision.row.js';
import { StrategyVersionRow } from './strategy-version.row.js';
import { StrategyRow } from './strategy.row.js';

/** The strategy and its versions as what they say, and back to rows. */
@Injectable()
export class StrategyRepository {
  constructor(
    @InjectRepository(StrategyRow) private readonly strategies: Repository<StrategyRow>,
    @InjectRepository(StrategyRevisionRow) private readonly strategyRevisions: Repository<StrategyRevisionRow>,
    @InjectRepository(StrategyVersionRow) private readonly versions: Repository<StrategyVersionRow>,
    @InjectRepository(StrategyVersionRevisionRow) private readonly versionRevisions: Repository<StrategyVersionRevisionRow>,
  ) {}

  /** The strategy of this installation; it holds one. */
  async strategy(): Promise<Revised<StrategyNames> | undefined> {
    const [row] = await this.strategyRevisions.find({
      where: { revision: latest(this.strategyRevisions) },
      relations: { strategy: true },
      order: { strategyId: 'ASC' },
    });
    return row && { id: row.strategyId, revision: row.revision, content: columns.strategyOf(row, related(row.strategy).slug) };
  }

  async version(strategyId: number, number: number): Promise<Revised<VersionContent> | undefined> {
    const [version] = await this.versionsWhere({ strategyId, number });
    return version;
  }

  /** Every version that was adopted, by its number. */
  allVersions(strategyId: number): Promise<Revised<VersionContent>[]> {
    return this.versionsWhere({ strategyId });
  }

  async insertStrategy(slug: string): Promise<number> {
    return insertedId(await this.strategies.insert({ slug }));
  }

  async insertVersion(strategyId: number, number: number): Promise<number> {
    return insertedId(await this.versions.insert({ strategyId, number }));
  }

  async insertStrategyRevision({ id, revision, content }: Revised<StrategyNames>, why: ChangeColumns): Promise<void> {
    await this.strategyRevisions.insert({ strategyId: id, revision, ...columns.strategyColumns(content), ...why });
  }

  async insertVersionRevision({ id, revision, content }: Revised<VersionContent>, why: ChangeColumns): Promise<void> {
    await this.versionRevisions.insert({ strategyVersionId: id, revision, ...columns.versionColumns(content), ...why });
  }

  private async versionsWhere(which: FindOptionsWhere<StrategyVersionRow>): Promise<Revised<VersionContent>[]> {
    const rows = await this.versionRevisions.find({
      where: { strategyVersion: which, revision: latest(this.versionRevisions) },
      relations: { strategyVersion: true },
      order: { strategyVersion: { number: 'ASC' } },
    });
    return rows.map((row) => {
      const content = columns.versionOf(row, related(row.strategyVersion).number);
      return { id: row.strategyVersionId, revision: row.revision, content };
    });
  }
}
