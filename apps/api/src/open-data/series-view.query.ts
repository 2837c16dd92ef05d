import { Injectable } from '@nestjs/common';
import type { SeriesPoint, SeriesSelection, SeriesView } from '@slusen/contracts';
import type { PointNoteContent } from '@slusen/domain';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { withNotes } from '../indicators/noted-points.js';
import { NoteMemory } from '../observations/note-memory.js';
import { SeriesQuery } from '../observations/series.query.js';
import { TerritoryQuery } from '../organisation/territory.query.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import type { SeriesTable, TerritorySeries } from './series-csv.js';

/** One series, whole: an indicator for a territory (the municipality when none is named) and a breakdown. */
@Injectable()
export class SeriesViewQuery {
  constructor(
    private readonly series: SeriesQuery,
    private readonly indicators: IndicatorQuery,
    private readonly territories: TerritoryQuery,
    private readonly settings: Settings,
    private readonly notes: NoteMemory,
  ) {}

  /** One statement; throws `indicator.not-found` or `territory.not-found`. */
  async run(slug: string, { territory = this.settings.territory, breakdown }: SeriesSelection, asOf: AsOf): Promise<SeriesView> {
    declareRead(`indicator:${slug}`);
    const part = { territory, breakdown };
    const [points, notes] = await Promise.all([this.series.named(slug, part, asOf), this.notesOf(slug, part, asOf)]);
    if (points.length === 0) await this.mustExist(slug, territory, asOf);
    return { indicator: slug, ...part, licence: this.settings.licence, points: withNotes(points, notes, territory) };
  }

  /**
   * With the words that a file needs: the territory that is named, else all that the indicator's page shows (the
   * municipality, its localities, others to compare with).
   */
  async table(slug: string, { territory, breakdown }: SeriesSelection, asOf: AsOf): Promise<SeriesTable> {
    declareRead('strategy', `indicator:${slug}`);
    const { id, name, unit } = await this.indicators.bySlug(slug, asOf);
    const part = { territory: territory ?? this.settings.territory, breakdown };
    const [own, notes] = await Promise.all([this.ofTerritory(slug, part, asOf), this.notesOf(slug, part, asOf)]);
    const isWhole = territory === undefined && breakdown === '';
    const all = isWhole ? [own, ...(await this.elsewhere(id, asOf))] : [own];
    const series = all.map((one) => ({ ...one, points: withNotes(one.points, notes, one.territory.code) }));
    return { indicator: { slug, name, unit }, breakdown, licence: this.settings.licence, series };
  }

  /** What the name of a file begins with: the indicator, and the territory when it is another than the municipality. */
  fileName(slug: string, { territory = this.settings.territory }: SeriesSelection): string {
    return territory === this.settings.territory ? slug : `${slug}_${territory}`;
  }

  /** Notes are about the whole of a territory; a part has none. */
  private async notesOf(slug: string, { breakdown }: Pick<SeriesSelection, 'breakdown'>, asOf: AsOf): Promise<readonly PointNoteContent[]> {
    return breakdown === '' ? this.notes.of(slug, asOf) : [];
  }

  private async ofTerritory(slug: string, part: { territory: string; breakdown: string }, asOf: AsOf): Promise<TerritorySeries> {
    const [territory, points] = await Promise.all([this.territories.byCode(part.territory, asOf), this.series.named(slug, part, asOf)]);
    return { territory, points };
  }

  /** Localities by the alphabet, then others. */
  private async elsewhere(indicatorId: number, asOf: AsOf): Promise<TerritorySeries[]> {
    const { territory } = this.settings;
    const found = await Promise.all([
      this.series.ofParts(indicatorId, territory, asOf),
      this.series.ofOthers({ indicatorId, territory }, asOf),
    ]);
    const named = await Promise.all(found.map((series) => this.named(series, asOf)));
    return named.flat();
  }

  private async named(series: ReadonlyMap<string, SeriesPoint[]>, asOf: AsOf): Promise<TerritorySeries[]> {
    const territories = await this.territories.byCodes([...series.keys()], asOf);
    return territories.map((territory) => ({ territory, points: series.get(territory.code) ?? [] }));
  }

  private async mustExist(slug: string, territory: string, asOf: AsOf): Promise<void> {
    await Promise.all([this.indicators.bySlug(slug, asOf), this.territories.byCode(territory, asOf)]);
  }
}
