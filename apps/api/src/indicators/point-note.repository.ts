import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { PointNoteContent } from '@slusen/domain';
import { Not, type FindOptionsWhere, type Repository } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { latest } from '../platform/revisions.js';
import { PointNoteRow } from './point-note.row.js';

/** A note as it stands; withdrawn ones too, since a note there again is their next revision. */
export interface KnownPointNote {
  readonly revision: number;
  readonly isWithdrawn: boolean;
  readonly content: PointNoteContent;
}

/** A note about to be recorded. */
interface NextPointNote extends KnownPointNote {
  readonly indicatorId: number;
}

/** Notes on figures as what they say, and back to rows. */
@Injectable()
export class PointNoteRepository {
  constructor(
    @InjectRepository(PointNoteRow) private readonly notes: Repository<PointNoteRow>,
    private readonly organisation: OrganisationRepository,
  ) {}

  /** Every note on the indicator's figures in its latest revision, the earliest period first. */
  ofIndicator(indicatorId: number): Promise<KnownPointNote[]> {
    return this.find({ indicatorId, revision: latest(this.notes) });
  }

  /** What is said of the figures of the indicator of that slug at the moment. */
  async inForce(slug: string, asOf: AsOf): Promise<PointNoteContent[]> {
    const found = await this.find({ indicator: { slug }, isWithdrawn: Not(true), revision: latest(this.notes, asOf) });
    return found.map(({ content }) => content);
  }

  /** Records the note; false when there is no such territory. */
  async insert({ indicatorId, revision, isWithdrawn, content }: NextPointNote, why: ChangeColumns): Promise<boolean> {
    const territoryId = await this.organisation.territoryId(content.territory);
    if (territoryId === undefined) return false;
    const words = { textSv: content.text.sv, textEn: content.text.en ?? null };
    await this.notes.insert({ indicatorId, territoryId, period: content.period, revision, isWithdrawn, ...words, ...why });
    return true;
  }

  private async find(where: FindOptionsWhere<PointNoteRow>): Promise<KnownPointNote[]> {
    const rows = await this.notes.find({ where, relations: { territory: true }, order: { period: 'ASC', territoryId: 'ASC' } });
    return rows.map(({ revision, isWithdrawn, period, territory, textSv, textEn }) => ({
      revision,
      isWithdrawn,
      content: { period, territory: related(territory).code, text: localizedOf(textSv, textEn) },
    }));
  }
}
