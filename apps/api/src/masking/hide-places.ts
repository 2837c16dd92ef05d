import { Injectable } from '@nestjs/common';
import type { MaskPlace, NewMasking } from '@slusen/contracts';
import { DomainError, maskNote, stockholmDate, type Instant } from '@slusen/domain';
import { createHash, randomBytes } from 'node:crypto';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { Publications } from '../observations/publications.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { MASKABLE } from './maskable.js';
import { MaskingRepository, placeText, type Original } from './masking.repository.js';
import type { MaskingRow } from './masking.row.js';

const SALT_BYTES = 32;
type NewRow = Omit<MaskingRow, 'id' | 'recordId'>;

/** SHA-256 of the salt and the hidden text, as the masking keeps it and `verify` counts it again. */
export const maskHash = (salt: Buffer, text: string): Buffer => createHash('sha256').update(salt).update(text, 'utf8').digest();

/** Hides what was published by mistake, everywhere and for every moment, from the commit on. */
@Injectable()
export class HidePlaces {
  constructor(
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly maskings: MaskingRepository,
    private readonly audit: AuditTrail,
    private readonly publications: Publications,
  ) {}

  /** Throws `masking.not-shown` when one of the places shows nothing, or is hidden already; then nothing is hidden. */
  async hide({ account, at }: Acting, key: RequestKey, sent: NewMasking): Promise<void> {
    this.permissions.require(account, 'masking.decide');
    await this.idempotency.run(account.id, key, async () => {
      const rows = (await this.shown(sent.places)).map(({ original, revision }) => rowOf(original, revision, { ...sent, at }));
      await this.maskings.append(rows);
      await this.publications.tellOthers('hidden');
      const places = rows.map(({ tableName, rowKey, field, sha256 }) => ({
        ...{ table: tableName, row: rowKey, field },
        sha256: sha256?.toString('hex'),
      }));
      const facts = { reason: sent.reason, decision: sent.decision, places };
      await this.audit.record({ action: 'masking.hide', subject: 'masking', by: account.id, facts });
    });
    this.publications.announce('hidden');
  }

  /** What stands in each place, with the number of the decision to come. */
  private async shown(asked: readonly MaskPlace[]): Promise<{ original: Original; revision: number }[]> {
    const originals = new Map((await this.maskings.originals(asked)).map((original) => [placeText(original), original]));
    const latest = await this.maskings.latest(asked);
    return [...new Set(asked.map(placeText))].map((place) => {
      const [original, last] = [originals.get(place), latest.get(place)];
      if (!original || (last && !last.isLifted)) throw new DomainError('masking.not-shown', { place });
      return { original, revision: (last?.revision ?? 0) + 1 };
    });
  }
}

function rowOf({ table, row, field, text }: Original, revision: number, said: NewMasking & { readonly at: Instant }): NewRow {
  const { reason, decision, at } = said;
  const salt = randomBytes(SALT_BYTES);
  const sha256 = maskHash(salt, text);
  const told = { reason, decision, on: stockholmDate(at), sha256: sha256.toString('hex') };
  const note = hasNote(table, field) ? maskNote(told, field.endsWith('_en') ? 'en' : 'sv') : null;
  return { tableName: table, rowKey: row, field, revision, isLifted: false, reason, decision, salt, sha256, note };
}

/** Something stands in the place of a text, and beside a value that is gone; in that of a link nothing can. */
function hasNote(table: string, field: string): boolean {
  const isText = MASKABLE.some((maskable) => maskable.table === table && maskable.texts.includes(field));
  return isText || field === 'answers' || (table === 'observation' && field === 'value');
}
