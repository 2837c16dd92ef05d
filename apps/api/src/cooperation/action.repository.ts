import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, isEnded, slugOf, type ActionContent } from '@slusen/domain';
import type { Repository } from 'typeorm';
import { related } from '../platform/columns.js';
import { insertedId } from '../platform/inserted-id.js';
import { latest, type Revised } from '../platform/revisions.js';
import { contentOf, NAMED, wordsOf } from './action-columns.js';
import { ActionPartnerRow } from './action-partner.row.js';
import { ActionRevisionRow } from './action-revision.row.js';
import { ActionRow } from './action.row.js';
import type { NamedIds } from './named-in-action.js';

/** An action as it is now, with the goal that it is for, of whichever version of the strategy. */
export interface KnownAction extends Revised<ActionContent> {
  readonly goalId: number;
}

/** What an action says, with its name in addresses. */
export interface NamedAction extends ActionContent {
  readonly slug: string;
}

/** The next that is said of an action, and in the name of which department. */
export interface NextRevision {
  readonly revision: number;
  readonly content: ActionContent;
  readonly ids: NamedIds;
  readonly saidById: number | undefined;
}

/** Actions as what they say, and back to rows. */
@Injectable()
export class ActionRepository {
  constructor(
    @InjectRepository(ActionRow) private readonly actions: Repository<ActionRow>,
    @InjectRepository(ActionRevisionRow) private readonly revisions: Repository<ActionRevisionRow>,
    @InjectRepository(ActionPartnerRow) private readonly partners: Repository<ActionPartnerRow>,
  ) {}

  async isThere(slug: string): Promise<boolean> {
    return this.actions.existsBy({ slug });
  }

  /** Throws `action.not-found`. */
  async bySlug(slug: string): Promise<KnownAction> {
    const where = { action: { slug }, revision: latest(this.revisions) };
    const [row] = await this.revisions.find({ where, relations: NAMED });
    if (!row) throw new DomainError('action.not-found', { action: slug });
    const { actionId, revision, goalId } = row;
    const content = await this.contentOf(row);
    return { id: actionId, revision, goalId, content };
  }

  /** What is done for the goals of a name, as it was told last, in the order in which it was entered. */
  async ofGoal(slug: string): Promise<NamedAction[]> {
    const where = { goal: { slug }, revision: latest(this.revisions) };
    const rows = await this.revisions.find({ where, relations: NAMED, order: { actionId: 'ASC' } });
    return Promise.all(rows.map(async (row) => ({ ...(await this.contentOf(row)), slug: related(row.action).slug })));
  }

  /** Every action in which something is still to be done, in the order in which they were entered. */
  async open(): Promise<(KnownAction & { readonly slug: string })[]> {
    const rows = await this.revisions.find({ where: { revision: latest(this.revisions) }, relations: NAMED, order: { actionId: 'ASC' } });
    const open = rows.filter(({ status }) => !isEnded(status));
    return Promise.all(
      open.map(async (row) => {
        const { actionId: id, revision, goalId } = row;
        return { id, revision, goalId, slug: related(row.action).slug, content: await this.contentOf(row) };
      }),
    );
  }

  /** An address for a new action: its title, with a number where another bears that address already. */
  async freeSlug(title: string): Promise<string> {
    const stem = slugOf(title).slice(0, LONGEST_STEM).replace(/-+$/, '') || 'atgard';
    for (let number = 1; ; number++) {
      const slug = number === 1 ? stem : `${stem}-${number}`;
      if (!(await this.isThere(slug))) return slug;
    }
  }

  async insertAction(slug: string): Promise<number> {
    return insertedId(await this.actions.insert({ slug }));
  }

  async insertRevision(actionId: number, { revision, content, ids, saidById }: NextRevision): Promise<void> {
    const { goalId, leadId, partnerIds, territoryId, indicatorId } = ids;
    const names = { goalId, leadId, territoryId: territoryId ?? null, indicatorId: indicatorId ?? null, saidById: saidById ?? null };
    await this.revisions.insert({ actionId, revision, ...wordsOf(content), ...names });
    if (partnerIds.length > 0) await this.partners.insert(partnerIds.map((actorId) => ({ actionId, revision, actorId })));
  }

  private async contentOf(row: ActionRevisionRow): Promise<ActionContent> {
    const { actionId, revision } = row;
    const partners = await this.partners.find({ where: { actionId, revision }, relations: { actor: true }, order: { actorId: 'ASC' } });
    return contentOf(
      row,
      partners.map(({ actor }) => related(actor).slug),
    );
  }
}

/** Leaves room for the number. */
const LONGEST_STEM = 100;
