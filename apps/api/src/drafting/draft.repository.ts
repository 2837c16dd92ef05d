import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError } from '@slusen/domain';
import { Raw, type Repository } from 'typeorm';
import { related } from '../platform/columns.js';
import { StrategyDraftPartRow } from './strategy-draft-part.row.js';
import { StrategyDraftRow } from './strategy-draft.row.js';

/** A part as it was saved, with who did. */
export interface SavedPart {
  readonly key: string;
  readonly revision: number;
  readonly content: Record<string, unknown> | null;
  readonly savedBy: string;
  readonly savedAt: string;
}

/** A saving about to be made. */
export interface NextPart {
  readonly draftId: number;
  readonly key: string;
  readonly revision: number;
  readonly content: Record<string, unknown> | null;
  readonly savedById: string;
}

/** How far back an undo goes. */
const MOST_REVISIONS = 100;

/** Drafts and their parts. */
@Injectable()
export class DraftRepository {
  constructor(
    @InjectRepository(StrategyDraftRow) private readonly drafts: Repository<StrategyDraftRow>,
    @InjectRepository(StrategyDraftPartRow) private readonly savings: Repository<StrategyDraftPartRow>,
  ) {}

  /** Every draft, the latest changed first. */
  all(): Promise<StrategyDraftRow[]> {
    return this.drafts.find({ relations: { proposedBy: true }, order: { updatedAt: 'DESC', id: 'DESC' } });
  }

  /** Throws `draft.not-found`. */
  async draft(id: number): Promise<StrategyDraftRow> {
    return found(await this.drafts.findOne({ where: { id }, relations: { proposedBy: true } }), id);
  }

  /** The draft, which nobody else writes in or moves on until the commit. Throws `draft.not-found`. */
  async lock(id: number): Promise<StrategyDraftRow> {
    return found(await this.drafts.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }), id);
  }

  async insert(title: string): Promise<number> {
    const { identifiers } = await this.drafts.insert({ title, state: 'draft', version: 1, proposedById: null, strategyVersionId: null });
    return (identifiers[0] as { id: number }).id;
  }

  async update(
    id: number,
    changes: Partial<Pick<StrategyDraftRow, 'state' | 'version' | 'proposedById' | 'strategyVersionId'>>,
  ): Promise<void> {
    await this.drafts.update({ id }, { ...changes, updatedAt: () => 'now()' });
  }

  /** Every part as it was saved last, also those that were taken out. */
  async parts(strategyDraftId: number): Promise<SavedPart[]> {
    const latest = Raw(
      (revision) =>
        `${revision} = (select max(one.revision) from strategy_draft_part one
           where one.strategy_draft_id = ${revision.replace(/revision$/, 'strategyDraftId')} and one.key = ${revision.replace(/revision$/, 'key')})`,
    );
    const rows = await this.savings.find({
      where: { strategyDraftId, revision: latest },
      relations: { savedBy: true },
      order: { key: 'ASC' },
    });
    return rows.map(saved);
  }

  /** How a part was saved, the latest first. */
  async history(strategyDraftId: number, key: string): Promise<SavedPart[]> {
    const rows = await this.savings.find({
      where: { strategyDraftId, key },
      relations: { savedBy: true },
      order: { revision: 'DESC' },
      take: MOST_REVISIONS,
    });
    return rows.map(saved);
  }

  async save({ draftId, ...part }: NextPart): Promise<void> {
    await this.savings.insert({ strategyDraftId: draftId, ...part } as Parameters<typeof this.savings.insert>[0]);
  }
}

function found(row: StrategyDraftRow | null, id: number): StrategyDraftRow {
  if (!row) throw new DomainError('draft.not-found', { draft: id });
  return row;
}

function saved({ key, revision, content, savedBy, savedAt }: StrategyDraftPartRow): SavedPart {
  return { key, revision, content, savedBy: related(savedBy).name, savedAt: savedAt.toISOString() };
}
