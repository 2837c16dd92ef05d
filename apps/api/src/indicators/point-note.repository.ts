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

  /** What is said of figures at the moment, by the slug of their indicator. */
  async inForce(asOf: AsOf): Promise<ReadonlyMap<string, readonly PointNoteContent[]>> {
    const rows = await this.rows({ isWithdrawn: Not(true), revision: latest(this.notes, asOf) });
    const byIndicator = Map.groupBy(rows, ({ indicator }) => related(indicator).slug);
    return new Map([...byIndicator].map(([slug, own]) => [slug, own.map(contentOf)]));
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
    const rows = await this.rows(where);
    return rows.map((row) => ({ revision: row.revision, isWithdrawn: row.isWithdrawn, content: contentOf(row) }));
  }

  private rows(where: FindOptionsWhere<PointNoteRow>): Promise<PointNoteRow[]> {
    return this.notes.find({ where, relations: { indicator: true, territory: true }, order: { period: 'ASC', territoryId: 'ASC' } });
  }
}

function contentOf({ period, territory, textSv, textEn }: PointNoteRow): PointNoteContent {
  return { period, territory: related(territory).code, text: localizedOf(textSv, textEn) };
}
