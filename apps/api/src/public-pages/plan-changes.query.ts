import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Instant } from '@slusen/domain';
import { In, type Repository } from 'typeorm';
import { IndicatorDefinitionRow } from '../indicators/indicator-definition.row.js';
import type { AsOf } from '../platform/as-of.js';
import { RecordRow } from '../platform/record.row.js';
import { latest, recordedBy } from '../platform/revisions.js';
import { RoundRevisionRow } from '../rounds/round-revision.row.js';

/** When it was last said when the figures of an indicator are expected, and how many times it has been said otherwise. */
export interface PlanChange {
  readonly at: Instant;
  readonly count: number;
}

/** Reads when the plan of figures changed: the calendar of each indicator with its definition, and the rounds, of which each may move any figure. */
@Injectable()
export class PlanChangesQuery {
  constructor(
    @InjectRepository(IndicatorDefinitionRow) private readonly definitions: Repository<IndicatorDefinitionRow>,
    @InjectRepository(RoundRevisionRow) private readonly rounds: Repository<RoundRevisionRow>,
    @InjectRepository(RecordRow) private readonly records: Repository<RecordRow>,
  ) {}

  /** By the id of the indicator. */
  async run(asOf: AsOf): Promise<ReadonlyMap<number, PlanChange>> {
    const [definitions, rounds] = await Promise.all([
      this.definitions.find({
        select: { id: true, indicatorId: true, revision: true, recordId: true },
        where: { revision: latest(this.definitions, asOf) },
      }),
      this.rounds.find({ select: { roundId: true, revision: true, recordId: true }, where: recordedBy(asOf) }),
    ]);
    const records = await this.records.findBy({ id: In([...new Set([...definitions, ...rounds].map(({ recordId }) => recordId))]) });
    const times = new Map(records.map(({ id, at }) => [id, at.toISOString()]));
    const timeOf = ({ recordId }: { readonly recordId: number }): Instant => times.get(recordId) ?? '';
    const planned = rounds.map(timeOf);
    return new Map(
      definitions.map((row) => [row.indicatorId, { at: lastOf([timeOf(row), ...planned]), count: row.revision - 1 + rounds.length }]),
    );
  }
}

/** The latest of moments. */
export function lastOf(moments: readonly Instant[]): Instant {
  return moments.reduce((last, one) => (one > last ? one : last));
}
