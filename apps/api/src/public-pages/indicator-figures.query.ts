import { Injectable } from '@nestjs/common';
import type { IndicatorPageView, SeriesPoint } from '@slusen/contracts';
import { partKeys } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { withNotes } from '../indicators/noted-points.js';
import { CorrectionsQuery, type PlainCorrection } from '../observations/corrections.query.js';
import { NoteMemory } from '../observations/note-memory.js';
import { SeriesQuery } from '../observations/series.query.js';
import { TerritoryQuery } from '../organisation/territory.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import type { PartSeries } from './beside-values.js';

const COMPARED_PERIODS = 8;

/** The public figures of an indicator: the municipality's own, what was corrected, those of its localities and of others. */
export interface IndicatorFigures {
  readonly points: SeriesPoint[];
  readonly corrections: readonly PlainCorrection[];
  /** Of what it is broken down into, in the order of its definition. */
  readonly parts: readonly PartSeries[];
  readonly localities: IndicatorPageView['localities'];
  readonly comparisons: IndicatorPageView['comparisons'];
}

type LocalityValue = IndicatorFigures['localities'][number];

/** Reads all public figures of one indicator. */
@Injectable()
export class IndicatorFiguresQuery {
  constructor(
    private readonly series: SeriesQuery,
    private readonly corrections: CorrectionsQuery,
    private readonly territories: TerritoryQuery,
    private readonly settings: Settings,
    private readonly notes: NoteMemory,
  ) {}

  async run(indicator: Indicator, asOf: AsOf): Promise<IndicatorFigures> {
    const { territory } = this.settings;
    const key = { indicatorId: indicator.id, territory };
    const [points, parts, corrections, localities, comparisons, notes] = await Promise.all([
      this.series.points(key, asOf),
      this.ofBreakdown(indicator, asOf),
      this.corrections.run(key, asOf),
      this.ofLocalities(indicator, asOf),
      this.comparisons(indicator, asOf),
      this.notes.of(indicator.slug, asOf),
    ]);
    const noted = (of: SeriesPoint[], code: string): SeriesPoint[] => withNotes(of, notes, code);
    const withNoted = ({ territory: place, points: own }: LocalityValue): LocalityValue => ({
      territory: place,
      points: noted(own, place.code),
    });
    return {
      points: noted(points, territory),
      parts,
      corrections,
      localities: localities.map(withNoted),
      comparisons: comparisons.map(withNoted),
    };
  }

  private async ofBreakdown({ id, breakdown }: Indicator, asOf: AsOf): Promise<PartSeries[]> {
    const { territory } = this.settings;
    const keys = breakdown ? partKeys(breakdown) : [];
    return Promise.all(
      keys.map(async (part) => ({ part, points: await this.series.points({ indicatorId: id, territory, breakdown: part }, asOf) })),
    );
  }

  /** Every locality the indicator is meant for, or has figures for; what has no figures has no points. */
  async ofLocalities({ id, perLocality }: Indicator, asOf: AsOf): Promise<IndicatorFigures['localities']> {
    const parts = await this.series.ofParts(id, this.settings.territory, asOf);
    const found = await this.territories.byCodes([...new Set([...perLocality, ...parts.keys()])], asOf);
    return found.map((locality) => ({ territory: locality, points: parts.get(locality.code) ?? [] }));
  }

  /** What others have, their latest periods; the whole series of each is a download. */
  private async comparisons({ id }: Indicator, asOf: AsOf): Promise<IndicatorFigures['comparisons']> {
    const others = await this.series.ofOthers({ indicatorId: id, territory: this.settings.territory }, asOf, COMPARED_PERIODS);
    if (others.size === 0) return [];
    const found = await this.territories.byCodes([...others.keys()], asOf);
    return found.map((other) => ({ territory: other, points: others.get(other.code) ?? [] }));
  }
}
