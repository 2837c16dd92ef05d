import { Injectable } from '@nestjs/common';
import type { EntryView } from '@slusen/contracts';
import {
  askedAnew,
  isFinalEarly,
  periodCode,
  previousPeriod,
  questions,
  questionText,
  type EntryFigure,
  type Period,
  type Question,
  type ValueLookup,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { statement, Statements } from '../platform/statements.js';
import type { FigureBeside } from './figures-beside.js';

/** A figure in its place, beside other public figures of its series: those of its part of the year at least. */
export interface PlacedFigure {
  readonly indicator: Indicator;
  readonly territory: string;
  readonly breakdown: string;
  readonly period: Period;
  readonly figure: Pick<EntryFigure, 'value' | 'missing' | 'quality' | 'parts'>;
  /** The figure it would replace: what was approved is not asked about again. */
  readonly replaces: { readonly value?: number | undefined } | undefined;
  readonly beside: readonly FigureBeside[];
}

/** A part of a balance that is to be looked up for one of the figures. */
interface Part {
  readonly figure: number;
  readonly indicator: string;
  readonly territory: string;
  readonly breakdown: string;
  readonly period: string;
}

const PARTS = statement({
  name: 'plausibility.balance-parts',
  text: `
    select p.figure, p.indicator, p.period, o.value
      from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[]) as p (figure, indicator, territory, breakdown, period)
      join indicator i on i.slug = p.indicator
      join territory t on t.code = p.territory
      join series_head h on h.indicator_id = i.id and h.territory_id = t.id and h.breakdown = p.breakdown
      join lateral (select c.value from public_observation($6) c where c.series_id = h.id and c.period = p.period order by c.revision desc limit 1) o on true
     where o.value is not null`,
});

/** Asks what is to be asked about figures; the rules are the domain's, this brings them the other figures. */
@Injectable()
export class PlausibilityQuery {
  constructor(private readonly statements: Statements) {}

  /** For each figure, in their order: one statement for all whose indicator has a balance, none when there is no such one. */
  async ofFigures(figures: readonly PlacedFigure[], asOf: AsOf): Promise<(readonly Question[])[]> {
    const lookups = await this.lookups(figures, asOf);
    return figures.map((placed, at) => {
      if (placed.figure.value === undefined) return [];
      const { period, figure, indicator } = placed;
      const { rules, balance } = indicator;
      const finalEarly = isFinalEarly({ period, quality: figure.quality }, rules, asOf.today);
      const candidate = { value: placed.figure.value, period, finalEarly, parts: figure.parts };
      const parts = balance ? { balance: { rule: balance, lookup: lookups(at) } } : {};
      return askedAnew(
        questions(candidate, placed.beside, { ...rules, ...parts, breakdown: indicator.breakdown }),
        figure,
        placed.replaces,
      );
    });
  }

  /** The values of other indicators in each figure's period and the one before, read beforehand since rules do no I/O. */
  private async lookups(figures: readonly PlacedFigure[], { known }: AsOf): Promise<(figure: number) => ValueLookup> {
    const parts = figures.flatMap(partsOf);
    if (parts.length === 0) return () => () => undefined;
    const columns = (['figure', 'indicator', 'territory', 'breakdown', 'period'] as const).map((name) => parts.map((part) => part[name]));
    const lines = await this.statements.rows<{ figure: number; indicator: string; period: string; value: number }>(PARTS, [
      ...columns,
      known,
    ]);
    const found = new Map(lines.map(({ figure, indicator, period, value }) => [`${figure} ${indicator} ${period}`, value]));
    return (figure) => (indicator, period) => found.get(`${figure} ${indicator} ${periodCode(period)}`);
  }
}

function partsOf({ indicator, territory, breakdown, period, figure }: PlacedFigure, at: number): Part[] {
  if (!indicator.balance || figure.value === undefined) return [];
  return indicator.balance.terms.map((term) => {
    const of = term.at === 'same-period' ? period : previousPeriod(period);
    return { figure: at, indicator: term.indicator, territory, breakdown, period: periodCode(of) };
  });
}

/** Questions with their words in both languages. */
export function questionViews(asked: readonly Question[], { unit, rules }: Indicator): EntryView['questions'] {
  const style = { unit, decimals: rules.decimals, reporting: rules.reporting };
  return asked.map((question) => ({
    kind: question.kind,
    sv: questionText(question, { ...style, language: 'sv' }),
    en: questionText(question, { ...style, language: 'en' }),
  }));
}
