import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, isEnded, type ActionContent, type Instant } from '@slusen/domain';
import { In, Not, type FindOptionsWhere, type Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { RecordRow } from '../platform/record.row.js';
import { latest } from '../platform/revisions.js';
import { contentOf, NAMED } from './action-columns.js';
import { ActionPartnerRow } from './action-partner.row.js';
import { ActionRevisionRow } from './action-revision.row.js';

/** One revision of an action: what was said, when, by which department, and the rows that it names. */
export interface ReadRevision {
  readonly row: ActionRevisionRow;
  readonly at: Instant;
  readonly partnerIds: readonly number[];
  readonly content: ActionContent;
}

/** An action as of a moment, with everything said of it until then, the latest last. */
export interface ReadAction {
  readonly slug: string;
  readonly revisions: readonly [ReadRevision, ...ReadRevision[]];
}

type Which = FindOptionsWhere<ActionRevisionRow>;

/** Which actions are asked for; of those that name an actor, whoever leads and whoever takes part. */
export interface ActionsAsked {
  readonly goal?: string | undefined;
  readonly actor?: string | undefined;
  readonly territory?: string | undefined;
}

/** Reads actions as of any moment. */
@Injectable()
export class ActionReadingQuery {
  constructor(
    @InjectRepository(ActionRevisionRow) private readonly revisions: Repository<ActionRevisionRow>,
    @InjectRepository(ActionPartnerRow) private readonly partners: Repository<ActionPartnerRow>,
    @InjectRepository(RecordRow) private readonly records: Repository<RecordRow>,
  ) {}

  /** The latest revision of each action that is asked for: what is under way first, by its last day; then what ended, the latest first. */
  async latest({ goal, actor, territory }: ActionsAsked, asOf: AsOf): Promise<ActionRevisionRow[]> {
    const common: Which = {
      revision: latest(this.revisions, asOf),
      ...(goal === undefined ? {} : { goal: { slug: goal } }),
      ...(territory === undefined ? {} : { territory: { code: territory } }),
    };
    const rows = actor === undefined ? await this.find(common) : await this.naming(actor, common);
    return rows.sort(inOrder);
  }

  /** Actions with their history. */
  async withHistory(rows: readonly ActionRevisionRow[]): Promise<ReadAction[]> {
    const until = new Map(rows.map((row) => [row.actionId, row.revision]));
    const of = { actionId: In([...until.keys()]) };
    const [revisions, partners] = await Promise.all([
      this.revisions.find({ where: of, relations: NAMED, order: { actionId: 'ASC', revision: 'ASC' } }),
      this.partners.find({ where: of, relations: { actor: true }, order: { actorId: 'ASC' } }),
    ]);
    const known = revisions.filter(({ actionId, revision }) => revision <= (until.get(actionId) ?? 0));
    const times = await this.times(known);
    const read = known.map((row): ReadRevision => {
      const own = partners.filter(({ actionId, revision }) => actionId === row.actionId && revision === row.revision);
      const slugs = own.map(({ actor }) => related(actor).slug);
      return { row, at: times(row), partnerIds: own.map(({ actorId }) => actorId), content: contentOf(row, slugs) };
    });
    return rows.map((row) => actionOf(row, read));
  }

  /** Throws `action.not-found`. */
  async bySlug(slug: string, asOf: AsOf): Promise<ReadAction> {
    const where = { action: { slug }, revision: latest(this.revisions, asOf) };
    const [action] = await this.withHistory(await this.find(where));
    if (!action) throw new DomainError('action.not-found', { action: slug });
    return action;
  }

  /** How many actions that have not ended each actor leads, by its id. */
  async openByLead(asOf: AsOf): Promise<Map<number, number>> {
    const rows = await this.revisions.find({
      where: this.open(asOf),
      select: { actionId: true, revision: true, leadId: true },
    });
    const counts = new Map<number, number>();
    for (const { leadId } of rows) counts.set(leadId, (counts.get(leadId) ?? 0) + 1);
    return counts;
  }

  /** For which goals which actors lead or take part in an action that has not ended. */
  async openActs(asOf: AsOf): Promise<{ readonly goal: string; readonly actorId: number }[]> {
    const rows = await this.revisions.find({ where: this.open(asOf), relations: { goal: true } });
    const partners = await this.partners.find({ where: { actionId: In(rows.map(({ actionId }) => actionId)) } });
    return rows.flatMap(({ actionId, revision, goal, leadId }) => {
      const own = partners.filter((one) => one.actionId === actionId && one.revision === revision);
      return [leadId, ...own.map(({ actorId }) => actorId)].map((actorId) => ({ goal: related(goal).slug, actorId }));
    });
  }

  private open(asOf: AsOf): Which {
    return { revision: latest(this.revisions, asOf), status: Not(In(['done', 'dropped'])) };
  }

  /** Whoever took part by an earlier revision only does so no more. */
  private async naming(slug: string, common: Which): Promise<ActionRevisionRow[]> {
    const partners = await this.partners.findBy({ actor: { slug } });
    const ids = In([...new Set(partners.map(({ actionId }) => actionId))]);
    const [led, joined] = await Promise.all([this.find({ ...common, lead: { slug } }), this.find({ ...common, actionId: ids })]);
    const takesPart = (row: ActionRevisionRow): boolean =>
      partners.some(({ actionId, revision }) => actionId === row.actionId && revision === row.revision);
    return [...led, ...joined.filter(takesPart)];
  }

  private find(where: Which): Promise<ActionRevisionRow[]> {
    return this.revisions.find({ where, relations: NAMED });
  }

  private async times(rows: readonly ActionRevisionRow[]): Promise<(row: ActionRevisionRow) => Instant> {
    const records = await this.records.findBy({ id: In([...new Set(rows.map(({ recordId }) => recordId))]) });
    const times = new Map(records.map(({ id, at }) => [id, at.toISOString()]));
    return ({ recordId }) => related(times.get(recordId));
  }
}

function actionOf(latest: ActionRevisionRow, all: readonly ReadRevision[]): ReadAction {
  const [first, ...later] = all.filter(({ row }) => row.actionId === latest.actionId);
  if (!first) throw new Error('An action has revisions');
  return { slug: related(latest.action).slug, revisions: [first, ...later] };
}

function inOrder(a: ActionRevisionRow, b: ActionRevisionRow): number {
  const [isAEnded, isBEnded] = [isEnded(a.status), isEnded(b.status)];
  if (isAEnded !== isBEnded) return isAEnded ? 1 : -1;
  const byEnd = a.endsOn.localeCompare(b.endsOn) || a.actionId - b.actionId;
  return isAEnded ? -byEnd : byEnd;
}
