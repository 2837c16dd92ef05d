import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type IsoDate, type Localized, type ReorganisationKind } from '@slusen/domain';
import { In, type Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { insertedId } from '../platform/inserted-id.js';
import { localizedOf } from '../platform/localized-of.js';
import { recordedBy } from '../platform/revisions.js';
import { ActorRevisionRow } from './actor-revision.row.js';
import { ReorganisationSuccessorRow } from './reorganisation-successor.row.js';
import { ReorganisationRow } from './reorganisation.row.js';

/** What is to be recorded of an actor; `into` by their ids. */
export interface NextReorganisation {
  readonly actorId: number;
  readonly kind: ReorganisationKind;
  readonly from: IsoDate;
  readonly decision: string;
  readonly reason: string;
  readonly into: readonly number[];
}

/** The same as it is read: with the name of its day, and what a renamed one was called from then on. */
export interface Reorganised extends NextReorganisation {
  readonly name: Localized;
  readonly becameName: string | undefined;
}

/** What became of actors, and back to rows. */
@Injectable()
export class ReorganisationRepository {
  constructor(
    @InjectRepository(ReorganisationRow) private readonly reorganisations: Repository<ReorganisationRow>,
    @InjectRepository(ReorganisationSuccessorRow) private readonly successors: Repository<ReorganisationSuccessorRow>,
    @InjectRepository(ActorRevisionRow) private readonly revisions: Repository<ActorRevisionRow>,
  ) {}

  /** Everything that was done with actors, as it was known, the latest first. */
  async all(asOf: Pick<AsOf, 'known'>): Promise<Reorganised[]> {
    const rows = await this.reorganisations.find({ where: recordedBy(asOf), order: { holdsFrom: 'DESC', id: 'DESC' } });
    if (rows.length === 0) return [];
    const [successors, revisions] = await Promise.all([
      this.successors.find({ order: { actorId: 'ASC' } }),
      this.revisions.find({ where: { actorId: In(rows.map(({ actorId }) => actorId)) }, order: { revision: 'ASC' } }),
    ]);
    return rows.map((row) => ({
      ...reorganisedOf(row, revisions),
      into: successors.filter(({ reorganisationId }) => reorganisationId === row.id).map((one) => one.actorId),
    }));
  }

  async insert({ into, from: holdsFrom, ...words }: NextReorganisation): Promise<void> {
    const reorganisationId = insertedId(await this.reorganisations.insert({ ...words, holdsFrom }));
    if (into.length > 0) await this.successors.insert(into.map((actorId) => ({ reorganisationId, actorId })));
  }
}

/** A rename is recorded together with the revision that bears the new name; the one before bears that of the day. */
function reorganisedOf(row: ReorganisationRow, revisions: readonly ActorRevisionRow[]): Omit<Reorganised, 'into'> {
  const { actorId, kind, holdsFrom: from, decision, reason } = row;
  const own = revisions.filter((one) => one.actorId === actorId);
  const after = own.find(({ recordId }) => recordId === row.recordId);
  const before = own.findLast(({ recordId }) => Number(recordId) < Number(row.recordId));
  if (!before) throw new Error('Who is reorganised was there before');
  const becameName = kind === 'rename' ? after?.nameSv : undefined;
  return { actorId, kind, from, decision, reason, name: localizedOf(before.nameSv, before.nameEn), becameName };
}
