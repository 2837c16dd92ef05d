import { Injectable } from '@nestjs/common';
import type { PointNoteInForce, PointNotesInForce, PointNoting } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AnnotatePoint } from '../indicators/annotate-point.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { PointNoteRepository } from '../indicators/point-note.repository.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Settings } from '../platform/settings.js';
import { Amending } from '../observations/amending.js';

/** The figure that a request is about, by which revision of its note it was made from (0: there was none), and its name for what it wants done. */
export interface PointNoteRequest {
  readonly slug: string;
  readonly period: string;
  readonly revision: number;
  readonly key: RequestKey;
}

/** Notes on figures as a screen writes them; of the municipality where no place is named. */
@Injectable()
export class PointNoteDesk {
  constructor(
    private readonly amending: Amending,
    private readonly indicators: IndicatorRepository,
    private readonly notes: PointNoteRepository,
    private readonly annotatePoint: AnnotatePoint,
    private readonly settings: Settings,
  ) {}

  /** Throws `indicator.not-found`. */
  async read(slug: string): Promise<PointNotesInForce> {
    const id = await this.indicators.id(slug);
    if (id === undefined) throw new DomainError('indicator.not-found', { indicator: slug });
    const all = await this.notes.ofIndicator(id);
    return { indicator: slug, notes: all.map(({ content, revision, isWithdrawn }) => ({ ...content, revision, isWithdrawn })) };
  }

  /** Throws `indicator.not-found`, `point-note.not-found`. */
  async one(slug: string, period: string, territory = this.settings.territory): Promise<PointNoteInForce> {
    const { notes } = await this.read(slug);
    const there = notes.find((note) => note.period === period && note.territory === territory);
    if (!there) throw new DomainError('point-note.not-found', { indicator: slug, period });
    return there;
  }

  /** Returns the note as it then is. Throws as `AnnotatePoint.annotate` does. */
  annotate(by: Account, { slug, period, revision, key }: PointNoteRequest, sent: PointNoting): Promise<PointNoteInForce> {
    const { noting, reason, territory = this.settings.territory } = sent;
    const text = noting.kind === 'note' ? noting.text : undefined;
    const order = { by, record: { reason }, action: 'point.annotate', subject: `indicator:${slug}` };
    return this.amending.amendOnce(order, key, async (amendment) => {
      await this.annotatePoint.annotate(amendment, { indicator: slug, period, territory, text, expected: revision });
      return this.one(slug, period, territory);
    });
  }
}
