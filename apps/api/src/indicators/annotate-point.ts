import { Injectable } from '@nestjs/common';
import {
  differencesOf,
  DomainError,
  isMeasuredIn,
  parsePeriod,
  POINT_NOTE_WORDING,
  type DefinitionContent,
  type PointNoteContent,
} from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { requireLatest, type Revised } from '../platform/revisions.js';
import { IndicatorRepository } from './indicator.repository.js';
import { PointNoteRepository, type KnownPointNote } from './point-note.repository.js';

/** A figure that something is to be said of, or not any more. */
interface PointPlace extends Omit<PointNoteContent, 'text'> {
  readonly indicator: string;
  /** The revision of the note that it was made from (0: there was none). */
  readonly expected: number;
}
/** What is to be said of it; without a text nothing is, any more. */
export interface PointNoteOrder extends PointPlace {
  readonly text: PointNoteContent['text'] | undefined;
}

/** Says something of one figure of an indicator, otherwise than before, or not any more. */
@Injectable()
export class AnnotatePoint {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorRepository,
    private readonly notes: PointNoteRepository,
  ) {}

  /**
   * A new note gives its own reason; one that is there says otherwise, or is taken away, for a reason. Throws `indicator.not-found`,
   * `territory.not-found`, `period.wrong-cadence`, `revision.stale`, `point-note.not-found`.
   */
  async annotate(amendment: Amendment, order: PointNoteOrder): Promise<void> {
    const { indicator, there } = await this.find(amendment, order);
    const { text, period, territory } = order;
    const before = there?.isWithdrawn ? undefined : there?.content;
    if (!text && !before) throw new DomainError('point-note.not-found', { indicator: order.indicator, period });
    const after = text && { period, territory, text };
    const need = there ? 'reason' : 'nothing';
    const change = {
      kind: 'point-note',
      subject: `${indicator.content.name.sv}, ${period}`,
      isNew: there === undefined,
      need,
      differences: differencesOf(POINT_NOTE_WORDING, [before, after]),
    } as const;
    if (!amendment.permits(change)) return;
    const content = after ?? before;
    const next = { indicatorId: indicator.id, revision: (there?.revision ?? 0) + 1, isWithdrawn: !after };
    const isRecorded = content !== undefined && (await this.notes.insert({ ...next, content }, amendment.columns(need)));
    if (!isRecorded) throw new DomainError('territory.not-found', { territory });
  }

  private async find(
    { by }: Amendment,
    { indicator: slug, period, territory, expected }: PointPlace,
  ): Promise<{ indicator: Revised<DefinitionContent>; there: KnownPointNote | undefined }> {
    this.permissions.require(by, 'point.annotate');
    const indicator = await this.indicators.definition(slug);
    if (!indicator) throw new DomainError('indicator.not-found', { indicator: slug });
    const { cadence, irregularYears } = indicator.content;
    if (!isMeasuredIn(parsePeriod(period), { cadence, irregularYears })) throw new DomainError('period.wrong-cadence', { period, cadence });
    const notes = await this.notes.ofIndicator(indicator.id);
    const there = notes.find(({ content }) => content.period === period && content.territory === territory);
    requireLatest(there?.revision ?? 0, expected);
    return { indicator, there };
  }
}
