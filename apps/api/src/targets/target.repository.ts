import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, type Measuring, type TargetContent } from '@slusen/domain';
import { Not, type Repository } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { related } from '../platform/columns.js';
import { latest } from '../platform/revisions.js';
import { measuringOf, targetColumns } from './target-columns.js';
import { TargetRow } from './target.row.js';

/** The goal and the indicator that targets are decided for. */
export interface TargetKey {
  readonly goalId: number;
  readonly indicatorId: number;
}

/** How an indicator measures a goal now. */
export interface KnownMeasuring {
  readonly revision: number;
  readonly content: Measuring;
}

/** Targets as what was decided, and back to rows. */
@Injectable()
export class TargetRepository {
  constructor(
    @InjectRepository(TargetRow) private readonly targets: Repository<TargetRow>,
    private readonly indicators: IndicatorRepository,
  ) {}

  /** Undefined when the indicator never measured the goal. */
  async measuring(key: TargetKey, indicator: string): Promise<KnownMeasuring | undefined> {
    const row = await this.targets.findOneBy({ ...key, revision: latest(this.targets) });
    return row ? { revision: row.revision, content: measuringOf(row, indicator) } : undefined;
  }

  /** The same by the indicator's slug. Throws `indicator.not-found`. */
  async inForce(goalId: number, slug: string): Promise<KnownMeasuring | undefined> {
    const indicatorId = await this.indicators.id(slug);
    if (indicatorId === undefined) throw new DomainError('indicator.not-found', { indicator: slug });
    return this.measuring({ goalId, indicatorId }, slug);
  }

  /** How the goal is measured now, indicator by indicator. */
  async ofGoal(goalId: number): Promise<Measuring[]> {
    const where = { goalId, kind: Not('withdrawn' as const), revision: latest(this.targets) };
    const rows = await this.targets.find({ where, relations: { indicator: true }, order: { indicatorId: 'ASC' } });
    return rows.map((row) => measuringOf(row, related(row.indicator).slug));
  }

  /** Every target in force for the indicator, whichever goal it is for. */
  async ofIndicator(slug: string): Promise<TargetContent[]> {
    const rows = await this.targets.find({ where: { indicator: { slug }, revision: latest(this.targets) }, order: { goalId: 'ASC' } });
    return rows.map((row) => measuringOf(row, slug)).filter((measuring) => measuring.kind === 'point' || measuring.kind === 'band');
  }

  async insert(key: TargetKey, { revision, content, why }: KnownMeasuring & { readonly why: ChangeColumns }): Promise<void> {
    await this.targets.insert({ ...key, revision, ...targetColumns(content), ...why });
  }
}
