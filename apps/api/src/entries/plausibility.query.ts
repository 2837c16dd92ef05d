import { Injectable } from '@nestjs/common';
import {
  periodCode,
  previousPeriod,
  questions,
  questionText,
  type Entry,
  type EntryFigure,
  type Period,
  type Question,
  type ValueLookup,
} from '@slusen/domain';
import type { EntryView } from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { observationOf, SeriesQuery } from '../observations/series.query.js';

/** A figure in its place. */
export interface PlacedFigure {
  readonly indicator: Indicator;
  readonly territory: string;
  readonly breakdown: string;
  readonly period: Period;
  readonly figure: Pick<EntryFigure, 'value' | 'missing'>;
}

/** Asks what is to be asked about a figure; the rules are the domain's, this brings them the other figures. */
@Injectable()
export class PlausibilityQuery {
  constructor(
    private readonly series: SeriesQuery,
    private readonly indicators: IndicatorQuery,
  ) {}

  /** What is to be asked about the figure an entry holds now. */
  async ofEntry({ indicator, territory, breakdown, period, figure }: Entry, asOf: AsOf): Promise<readonly Question[]> {
    return this.run({ indicator: await this.indicators.bySlug(indicator, asOf), territory, breakdown, period, figure }, asOf);
  }

  async run({ indicator, territory, breakdown, period, figure }: PlacedFigure, asOf: AsOf): Promise<readonly Question[]> {
    if (figure.value === undefined) return [];
    const points = await this.series.points({ indicatorId: indicator.id, territory, breakdown }, asOf);
    const rule = indicator.balance;
    const balance = rule
      ? {
          rule,
          lookup: await this.lookup(
            rule.terms.map((term) => term.indicator),
            { territory, breakdown, period },
            asOf,
          ),
        }
      : undefined;
    return questions({ value: figure.value, period }, points.map(observationOf), { ...indicator.rules, ...(balance ? { balance } : {}) });
  }

  /** The values of other indicators in this period and the one before, read beforehand since rules do no I/O. */
  private async lookup(
    slugs: readonly string[],
    { territory, breakdown, period }: Pick<PlacedFigure, 'territory' | 'breakdown' | 'period'>,
    asOf: AsOf,
  ): Promise<ValueLookup> {
    const wanted = new Set([periodCode(period), periodCode(previousPeriod(period))]);
    const found = new Map<string, number>();
    for (const slug of new Set(slugs)) {
      const { id } = await this.indicators.bySlug(slug, asOf);
      for (const point of await this.series.points({ indicatorId: id, territory, breakdown }, asOf)) {
        if (wanted.has(point.period) && point.value !== undefined) found.set(`${slug} ${point.period}`, point.value);
      }
    }
    return (slug, at) => found.get(`${slug} ${periodCode(at)}`);
  }
}

/** Questions with their words in both languages. */
export function questionViews(asked: readonly Question[], { unit, rules }: Indicator): EntryView['questions'] {
  const style = { unit, decimals: rules.decimals };
  return asked.map((question) => ({
    kind: question.kind,
    sv: questionText(question, { ...style, language: 'sv' }),
    en: questionText(question, { ...style, language: 'en' }),
  }));
}
