import { Injectable } from '@nestjs/common';
import type { EntryForm } from '@slusen/contracts';
import { periodCode, type Period } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import type { Indicator } from '../indicators/indicator.js';
import { EntryViewQuery } from './entry-view.query.js';
import { StatusEffectsQuery } from './status-effects.query.js';

/** Where the entry of a form is, and what it would replace. */
interface FormEntry {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly territory: string;
  readonly breakdown: string;
  /** Of a series that has no figure yet there is none. */
  readonly seriesId: number | undefined;
  /** The entry that the approved figure came from. */
  readonly approvedBy: string | undefined;
}

/** The entry under way of a form with what it does to the goals, and the one that was approved before it. */
@Injectable()
export class FormEntryQuery {
  constructor(
    private readonly views: EntryViewQuery,
    private readonly effects: StatusEffectsQuery,
  ) {}

  async run(acting: Acting, { seriesId, approvedBy, ...place }: FormEntry): Promise<Pick<EntryForm, 'entry' | 'effects' | 'approved'>> {
    const { indicator, period } = place;
    const entry =
      seriesId === undefined ? undefined : await this.views.openFor(acting, indicator, { seriesId, period: periodCode(period) });
    const [effects = []] = entry ? await this.effects.ofFigures([{ ...place, figure: entry }], acting) : [];
    const approved = approvedBy ? await this.views.again(acting, approvedBy, indicator) : undefined;
    return { entry, effects, approved };
  }
}
