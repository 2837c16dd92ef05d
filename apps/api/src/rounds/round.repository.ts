import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { parsePeriod, comparePeriods, type RoundContent, type RoundRule } from '@slusen/domain';
import type { Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { insertedId } from '../platform/inserted-id.js';
import { latest, type Revised } from '../platform/revisions.js';
import { RoundRevisionRow } from './round-revision.row.js';
import { RoundRow } from './round.row.js';
import { RoundRuleRevisionRow } from './round-rule-revision.row.js';

/** A rule as it is now; revision 0: nobody has made one. */
export interface KnownRule {
  readonly revision: number;
  readonly rule: RoundRule;
}

/** Rounds and the rules that make them as what they say, and back to rows. */
@Injectable()
export class RoundRepository {
  constructor(
    @InjectRepository(RoundRow) private readonly rounds: Repository<RoundRow>,
    @InjectRepository(RoundRevisionRow) private readonly revisions: Repository<RoundRevisionRow>,
    @InjectRepository(RoundRuleRevisionRow) private readonly rules: Repository<RoundRuleRevisionRow>,
  ) {}

  /** Every round, the latest period first. */
  async all(asOf: Partial<Pick<AsOf, 'known'>> = {}): Promise<Revised<RoundContent>[]> {
    const rows = await this.revisions.find({ where: { revision: latest(this.revisions, asOf) }, relations: { round: true } });
    return rows.map(roundOf).sort((a, b) => comparePeriods(parsePeriod(b.content.period), parsePeriod(a.content.period)));
  }

  async ofPeriod(period: string): Promise<Revised<RoundContent> | undefined> {
    const where = { round: { period }, revision: latest(this.revisions) };
    const [row] = await this.revisions.find({ where, relations: { round: true } });
    return row && roundOf(row);
  }

  async insertRound(content: RoundContent): Promise<void> {
    const id = insertedId(await this.rounds.insert({ period: content.period }));
    await this.insertRevision(id, 1, content);
  }

  async insertRevision(roundId: number, revision: number, { period: _, publishAt, locksOn, ...days }: RoundContent): Promise<void> {
    const ends = { publishAt: publishAt === undefined ? null : new Date(publishAt), locksOn: locksOn ?? null };
    await this.revisions.insert({ roundId, revision, ...days, ...ends });
  }

  /** Every rule that somebody has made, by cadence. */
  async allRules(): Promise<KnownRule[]> {
    return (await this.rules.find({ where: { revision: latest(this.rules) } })).map(ruleOf);
  }

  async insertRule(revision: number, { publishAfter, locksAfter, ...rule }: RoundRule): Promise<void> {
    await this.rules.insert({ ...rule, revision, publishAfter: publishAfter ?? null, locksAfter: locksAfter ?? null });
  }
}

function roundOf(row: RoundRevisionRow): Revised<RoundContent> {
  const { roundId: id, revision, opensOn, dueOn, graceDays, reviewUntil, publishAt, locksOn, isCancelled } = row;
  const ends = { publishAt: publishAt?.toISOString(), locksOn: locksOn ?? undefined };
  return { id, revision, content: { period: related(row.round).period, opensOn, dueOn, graceDays, reviewUntil, ...ends, isCancelled } };
}

function ruleOf({ revision, recordId: _, publishAfter, locksAfter, ...days }: RoundRuleRevisionRow): KnownRule {
  return { revision, rule: { ...days, publishAfter: publishAfter ?? undefined, locksAfter: locksAfter ?? undefined } };
}
