import { Injectable } from '@nestjs/common';
import type { IndicatorList, IndicatorSearch } from '@slusen/contracts';
import { lackingText, periodCode, periodName, type Explanation, type Language } from '@slusen/domain';
import { FollowUpQuery } from '../follow-up/follow-up.query.js';
import type { MeasureFollowUp } from '../follow-up/goal-follow-up.js';
import { IndicatorSearchQuery } from '../indicators/indicator-search.query.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { MeasuredGoalsQuery } from './measured-goals.query.js';

/** A list of indicators, all or those found, each with the outcome that its own page is headed by. */
@Injectable()
export class IndicatorListQuery {
  constructor(
    private readonly search: IndicatorSearchQuery,
    private readonly indicators: IndicatorQuery,
    private readonly measured: MeasuredGoalsQuery,
    private readonly followUps: FollowUpQuery,
  ) {}

  async run(search: IndicatorSearch, asOf: AsOf): Promise<IndicatorList> {
    declareRead('strategy', 'figures');
    const { total, ids } = await this.search.run(search, asOf);
    const [indicators, measures] = await Promise.all([this.indicators.byIds(ids, asOf), this.measured.measures(ids, asOf)]);
    const wanted = ids.flatMap((id) => {
      const indicator = indicators.get(id);
      return indicator ? [{ indicator, measure: measures.get(id) }] : [];
    });
    const items = (await this.followUps.ofIndicators(wanted, asOf)).map(summaryOf);
    return { items, total, limit: search.limit, offset: search.offset };
  }
}

function summaryOf({ indicator, explanation }: MeasureFollowUp): IndicatorList['items'][number] {
  const { slug, name, unit, rules, isExample } = indicator;
  const { outcome, lastReal, measure, perLocality = false } = explanation;
  const last = outcome ?? lastReal;
  return {
    ...{ slug, name, unit, decimals: rules.decimals, cadence: rules.cadence, reporting: rules.reporting, isExample, measure, perLocality },
    latest: last && { period: periodCode(last.period), value: last.value, quality: last.quality, provenance: last.provenance },
    missing: missingOf(explanation),
  };
}

function missingOf(explanation: Explanation): IndicatorList['items'][number]['missing'] {
  const { missingPeriod, missing } = explanation;
  if (!missingPeriod) return undefined;
  const told = (language: Language): string => `${periodName(missingPeriod, language, explanation)}: ${lackingText(explanation, language)}`;
  return { period: periodCode(missingPeriod), kind: missing, told: { sv: told('sv'), en: told('en') } };
}
