import { Injectable } from '@nestjs/common';
import type { RevisionList, RevisionQuery, SeriesRevision } from '@slusen/contracts';
import { provenanceText, qualityText, revisionText, saidText, sourceAddress, sourceLabel, type Language } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { RevisionsQuery, type SeenRevision } from '../observations/revisions.query.js';
import { TerritoryQuery } from '../organisation/territory.query.js';
import type { AsOf } from '../platform/as-of.js';
import { declareRead } from '../platform/read-tags.js';
import { Settings } from '../platform/settings.js';
import { IndicatorFiguresQuery } from './indicator-figures.query.js';

/** All revisions of a series that the public has seen, with when and why, and without names of officials. */
@Injectable()
export class SeriesRevisionsQuery {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly territories: TerritoryQuery,
    private readonly revisions: RevisionsQuery,
    private readonly figures: IndicatorFiguresQuery,
    private readonly settings: Settings,
  ) {}

  /** Throws `indicator.not-found` or `territory.not-found`. */
  async run(slug: string, { territory: named, breakdown, limit, offset }: RevisionQuery, asOf: AsOf): Promise<RevisionList> {
    declareRead('strategy', `indicator:${slug}`);
    const code = named ?? this.settings.territory;
    const [indicator, territory] = await Promise.all([this.indicators.bySlug(slug, asOf), this.territories.byCode(code, asOf)]);
    const key = { indicatorId: indicator.id, territory: code, breakdown };
    const [{ items, total }, localities] = await Promise.all([
      this.revisions.run(key, { limit, offset }, asOf),
      this.figures.ofLocalities(indicator, asOf),
    ]);
    return {
      indicator: { slug, name: indicator.name },
      reporting: indicator.rules.reporting,
      isExample: indicator.isExample,
      territory: { code, name: territory.name },
      breakdown,
      localities: localities.flatMap(({ territory: { code: own, name }, points }) => (points.length > 0 ? [{ code: own, name }] : [])),
      licence: this.settings.licence,
      items: items.map((one) => told(one, indicator)),
      ...{ total, limit, offset },
    };
  }
}

function told(seen: SeenRevision, { unit, rules: { decimals } }: Indicator): SeriesRevision {
  const { from, to } = seen;
  const text = (language: Language): string => {
    const style = { unit, decimals, language };
    return from ? revisionText(from, to, style) : saidText(to, style);
  };
  const label = { sourceLabel: sourceLabel(seen.source), sourceAddress: sourceAddress(seen.source) };
  return { ...seen, told: { sv: text('sv'), en: text('en') }, sureness: surenessOf(to), ...label };
}

/** In the words of the indicator's page, ready in both languages, so that neither page carries them for the other. */
function surenessOf({ value, quality, provenance }: SeriesRevision['to']): SeriesRevision['sureness'] {
  if (value === undefined && provenance !== 'example') return undefined;
  const said = (language: Language): string =>
    [...(value === undefined ? [] : [qualityText(quality, language)]), provenanceText(provenance, language)].join(', ');
  return { sv: said('sv'), en: said('en') };
}
