import { Injectable } from '@nestjs/common';
import type { RoleContent } from '@slusen/domain';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { latest } from '../platform/revisions.js';
import { ResponsibilityRow } from './responsibility.row.js';

/** A role as it stands now; withdrawn ones too, since the role given anew is their next revision. */
export interface KnownRole {
  readonly revision: number;
  readonly isWithdrawn: boolean;
  readonly content: RoleContent;
}

/** Who does what for which goal, and back to rows. */
@Injectable()
export class RoleRepository {
  constructor(@InjectRepository(ResponsibilityRow) private readonly responsibilities: Repository<ResponsibilityRow>) {}

  /** Every role for the goal in its latest revision, in the order of their latest change. */
  async ofGoal(goalId: number): Promise<KnownRole[]> {
    const where = { goalId, revision: latest(this.responsibilities) };
    const rows = await this.responsibilities.find({ where, relations: { actor: true }, order: { id: 'ASC' } });
    return rows.map(({ actor, role, noteSv, noteEn, revision, isWithdrawn }) => {
      const note = noteSv === null ? undefined : localizedOf(noteSv, noteEn);
      return { revision, isWithdrawn, content: { actor: related(actor).slug, role, note } };
    });
  }

  async insert({ goalId, actorId }: RoleKey, { revision, isWithdrawn, content, why }: NextRole): Promise<void> {
    const { role, note } = content;
    const words = { noteSv: note?.sv ?? null, noteEn: note?.en ?? null };
    await this.responsibilities.insert({ goalId, actorId, role, revision, isWithdrawn, ...words, ...why });
  }
}

interface RoleKey {
  readonly goalId: number;
  readonly actorId: number;
}
interface NextRole extends KnownRole {
  readonly why: ChangeColumns;
}
