import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import type { Repository } from 'typeorm';
import { ExternalIdentityRow } from './external-identity.row.js';
import { FinishedTripRow } from './finished-trip.row.js';
import { TRIP_MS, type Trip } from './trip.js';

type Identity = Pick<ExternalIdentityRow, 'issuer' | 'subject'>;

/** What the audit trail tells of who somebody is at a provider: a digest, so that a way in that was made past the program is found. */
export const identityFact = ({ issuer, subject }: Identity): string =>
  createHash('sha256').update(`${issuer} ${subject}`, 'utf8').digest('hex');

/** Which accounts people at a provider are, and which of their trips came to an end here. */
@Injectable()
export class ExternalIdentityRepository {
  constructor(
    @InjectRepository(ExternalIdentityRow) private readonly identities: Repository<ExternalIdentityRow>,
    @InjectRepository(FinishedTripRow) private readonly trips: Repository<FinishedTripRow>,
  ) {}

  async accountId({ issuer, subject }: Identity): Promise<string | undefined> {
    return (await this.identities.findOneBy({ issuer, subject }))?.accountId;
  }

  async insert({ issuer, subject }: Identity, accountId: string): Promise<void> {
    await this.identities.insert({ issuer, subject, accountId });
  }

  /** Whether the trip ends here for the first time. */
  async finish({ state, startedAt }: Trip): Promise<boolean> {
    const stateHash = createHash('sha256').update(state).digest();
    const expiresAt = new Date(startedAt.getTime() + TRIP_MS);
    const { raw } = await this.trips
      .createQueryBuilder()
      .insert()
      .values({ stateHash, expiresAt })
      .orIgnore()
      .returning('expires_at')
      .execute();
    return (raw as unknown[]).length === 1;
  }
}
