import { Injectable } from '@nestjs/common';
import type { RoleContent } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { localizedOf } from '../platform/localized-of.js';
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
  constructor(private readonly organisation: OrganisationRepository) {}

  /** Every role for the goal in its latest revision, in the order they were first given. */
  async ofGoal(manager: EntityManager, goalId: number): Promise<KnownRole[]> {
    const rows = await manager.find(ResponsibilityRow, { where: { goalId }, order: { revision: 'asc', id: 'asc' } });
    const latest = new Map(rows.map((row) => [`${row.actorId} ${row.role}`, row]));
    const found: KnownRole[] = [];
    for (const { actorId, role, noteSv, noteEn, revision, isWithdrawn } of latest.values()) {
      const note = noteSv === null ? undefined : localizedOf(noteSv, noteEn);
      found.push({ revision, isWithdrawn, content: { actor: await this.organisation.actorSlug(manager, actorId), role, note } });
    }
    return found;
  }

  async insert(manager: EntityManager, { goalId, actorId }: RoleKey, { revision, isWithdrawn, content, why }: NextRole): Promise<void> {
    const { role, note } = content;
    const words = { noteSv: note?.sv ?? null, noteEn: note?.en ?? null };
    await manager.insert(ResponsibilityRow, { goalId, actorId, role, revision, isWithdrawn, ...words, ...why });
  }
}

interface RoleKey {
  readonly goalId: number;
  readonly actorId: number;
}
interface NextRole extends KnownRole {
  readonly why: ChangeColumns;
}
