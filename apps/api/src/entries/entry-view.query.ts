import { Injectable } from '@nestjs/common';
import type { EntryView } from '@slusen/contracts';
import type { Question } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { entryView } from './entry-view.js';
import { EntryRepository } from './entry.repository.js';
import { PlausibilityQuery, type PlacedFigure } from './plausibility.query.js';
import { KeptBackQuery } from './kept-back.query.js';
import type { StoredEntry } from './stored-entry.js';

/** Gives the definition of an indicator; throws `indicator.not-found`. */
export type Definitions = (slug: string) => Promise<Indicator>;

/** Reads entries as their reporters and reviewers see them. */
@Injectable()
export class EntryViewQuery {
  constructor(
    private readonly entries: EntryRepository,
    private readonly indicators: IndicatorMemory,
    private readonly plausibility: PlausibilityQuery,
    private readonly permissions: Permissions,
    private readonly keptBack: KeptBackQuery,
  ) {}

  /** The open entry of a series' period, if there is one that the account may see in its state. */
  async openFor(
    acting: Acting,
    indicator: Indicator,
    { seriesId, period }: { seriesId: number; period: string },
  ): Promise<EntryView | undefined> {
    const id = await this.entries.openFor(seriesId, period);
    const stored = id ? await this.entries.find(id) : undefined;
    return stored && this.permissions.may(acting.account, 'entry.read', stored.entry) ? this.view(acting, stored, indicator) : undefined;
  }

  /** Definitions as they are kept; to be asked for before a transaction begins, in which nothing is kept. */
  async definitions(asOf: AsOf): Promise<Definitions> {
    const kept = await this.indicators.bySlug(asOf);
    return async (slug) => kept.get(slug) ?? this.indicators.one(slug, asOf);
  }

  /** The entry as it stands now, in the transaction under way if there is one. */
  async again(acting: Acting, id: string, indicator: Indicator): Promise<EntryView> {
    return this.view(acting, await this.entries.find(id), indicator);
  }

  /** The view of an entry that was just read or changed. */
  async view(acting: Acting, stored: StoredEntry, indicator: Indicator): Promise<EntryView> {
    const asked = await this.asked(stored, indicator, acting.asOf);
    return entryView(acting.account, stored, { indicator, asked, keptBack: await this.keptBack.of(stored, indicator) });
  }

  /** What is to be asked about the figure that an entry holds now. */
  async asked(stored: StoredEntry, indicator: Indicator, asOf: AsOf): Promise<readonly Question[]> {
    const [asked = []] = await this.plausibility.ofFigures([placedFigure(stored, indicator)], asOf);
    return asked;
  }
}

/** An entry's figure in its place. */
export function placedFigure({ entry, beside, replaces }: StoredEntry, indicator: Indicator): PlacedFigure {
  const { territory, breakdown, period, figure } = entry;
  return { indicator, territory, breakdown, period, figure, beside, replaces };
}
