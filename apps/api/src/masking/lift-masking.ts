import { Injectable } from '@nestjs/common';
import type { MaskLifting } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { Publications } from '../observations/publications.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { MaskingRepository, placeText } from './masking.repository.js';

/** Shows again what was hidden, by another decision; the first one stays in the history. */
@Injectable()
export class LiftMasking {
  constructor(
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly maskings: MaskingRepository,
    private readonly audit: AuditTrail,
    private readonly publications: Publications,
  ) {}

  /** Throws `masking.not-hidden` when one of the places is not hidden; then nothing is shown again. */
  async lift({ account }: Acting, key: RequestKey, { places, decision }: MaskLifting): Promise<void> {
    this.permissions.require(account, 'masking.decide');
    await this.idempotency.run(account.id, key, async () => {
      const latest = await this.maskings.latest(places);
      const lifted = [...new Set(places.map(placeText))].map((place) => {
        const last = latest.get(place);
        if (!last || last.isLifted) throw new DomainError('masking.not-hidden', { place });
        return last;
      });
      await this.maskings.append(
        lifted.map(({ tableName, rowKey, field, revision }) => ({
          ...{ tableName, rowKey, field, decision, revision: revision + 1, isLifted: true },
          ...{ reason: null, salt: null, sha256: null, note: null },
        })),
      );
      await this.publications.tellOthers('everything');
      const facts = { decision, places: lifted.map(({ tableName, rowKey, field }) => ({ table: tableName, row: rowKey, field })) };
      await this.audit.record({ action: 'masking.lift', subject: 'masking', by: account.id, facts });
    });
    this.publications.announce('everything');
  }
}
