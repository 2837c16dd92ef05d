import { Injectable } from '@nestjs/common';
import type { NewStrategyDraft } from '@slusen/contracts';
import type { IsoDate } from '@slusen/domain';
import { ExportVersion, type ExportedVersion } from '../connectors/strategy-file/export-version.js';
import { TEMPLATE } from '../connectors/strategy-file/template.js';
import { AuditTrail } from '../identity/audit-trail.js';
import type { Acting } from '../identity/acting.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { partsOf } from './draft-content.js';
import { DraftRepository } from './draft.repository.js';
import { DraftSurroundingsQuery } from './draft-surroundings.query.js';

/** What a draft begins with; there is no version where nothing is in force yet. */
type Beginning = Omit<ExportedVersion, 'version'> & Partial<Pick<ExportedVersion, 'version'>>;

/** Begins a draft of the next version: from what is in force, from the template, or from nothing. */
@Injectable()
export class BeginDraft {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly drafts: DraftRepository,
    private readonly version: ExportVersion,
    private readonly surroundings: DraftSurroundingsQuery,
    private readonly audit: AuditTrail,
  ) {}

  /** Returns its number. Where nothing is in force yet it begins with nothing. */
  begin({ account, asOf }: Acting, key: RequestKey, { title, from }: NewStrategyDraft): Promise<number> {
    return this.idempotency.run(account.id, key, async () => {
      const before = await this.beginning(from, asOf.today);
      const draftId = await this.drafts.insert(title);
      for (const [part, content] of this.opening(before, await this.surroundings.nextNumber()))
        await this.drafts.save({ draftId, key: part, revision: 1, content, savedById: account.id });
      await this.audit.record({ action: 'draft.begin', subject: `draft:${draftId}`, by: account.id, facts: { title, from } });
      return draftId;
    });
  }

  private async beginning(from: NewStrategyDraft['from'], today: IsoDate): Promise<Beginning | undefined> {
    if (from === 'template') return TEMPLATE;
    return from === 'in-force' ? this.version.export({ today }) : undefined;
  }

  /** When the next one is decided and in force is not known yet, whatever the one before says of itself. */
  private opening(before: Beginning | undefined, number: number): Map<string, Record<string, unknown>> {
    const parts = before ? partsOf(before) : new Map<string, Record<string, unknown>>();
    const body = before?.version?.body ?? { sv: 'kommunfullmäktige', en: 'the municipal council' };
    return parts.set('decision', { number, body }).set('outline', parts.get('outline') ?? { areas: [] });
  }
}
