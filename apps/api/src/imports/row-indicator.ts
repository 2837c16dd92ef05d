import { fitsCadence, isAfterEnd, isMeasuredIn, periodCode, slugOf, type IndicatorRules, type Period } from '@slusen/domain';
import { ImportFault } from './import-fault.js';
import { folded } from './spelling.js';

/** An indicator as far as a file's row must agree with it. */
export interface KnownIndicator extends Pick<
  IndicatorRules,
  'cadence' | 'irregularYears' | 'decimals' | 'breaks' | 'lagDays' | 'endsAfter'
> {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  /** Outside them a figure is asked about; official statistics are not. */
  readonly limits?: Limits | undefined;
  /** The names of what it is computed from, where no file gives its figures. */
  readonly computedFrom?: readonly string[] | undefined;
}
export type Limits = Pick<IndicatorRules, 'min' | 'max'>;

/** What a row says of its indicator. */
export interface NamedIndicator {
  readonly row: number;
  readonly name: string;
  readonly unit: string;
  readonly period: Period;
}

/** The indicators that a row's own may be. */
export interface IndicatorRegister {
  /** By slug and by Swedish name. */
  readonly indicators: ReadonlyMap<string, readonly KnownIndicator[]>;
  /** Their Swedish names, by every slug and name without what nobody sees of it. */
  readonly spellings: ReadonlyMap<string, string>;
  readonly mayCreate: { readonly indicators: boolean };
}

/**
 * The indicator a row is about: the one of its name (or slug) that has its unit and cadence. One that has the name alone, or almost, is
 * refused also where new ones may be made: it is far more often a slip than another indicator, and two of one name mislead every reader.
 */
export function indicatorOfRow(
  said: NamedIndicator,
  { indicators, spellings, mayCreate }: IndicatorRegister,
): Pick<KnownIndicator, 'slug' | 'cadence'> & Partial<Pick<KnownIndicator, 'id' | 'decimals' | 'limits' | 'breaks' | 'lagDays'>> {
  const namesakes = indicators.get(said.name) ?? [];
  const fitting = namesakes.find(({ unit, cadence }) => unit === said.unit && fitsCadence(said.period, cadence));
  if (fitting) return measured(said, fitting);
  const [first] = namesakes;
  if (first) throw otherwise(said, [first, ...namesakes.slice(1)]);
  const known = spellings.get(folded(said.name));
  const [row, column] = [said.row, 'indicator'] as const;
  if (known !== undefined) throw new ImportFault({ row, column, code: 'indicator.ambiguous', facts: { indicator: said.name, known } });
  if (mayCreate.indicators) return { slug: freeSlug(said.name, indicators), cadence: said.period.cadence };
  throw new ImportFault({ row, column, code: 'indicator.unknown', facts: { indicator: said.name.slice(0, 100) } });
}

/** An election year that is none is refused here as in the form; a year of its own would be another indicator to no one. */
function measured(said: NamedIndicator, indicator: KnownIndicator): KnownIndicator {
  const { row, period } = said;
  requireGiven(said, indicator);
  if (isMeasuredIn(period, indicator)) return indicator;
  throw new ImportFault({
    row,
    column: 'period',
    code: 'period.not-measured',
    facts: { period: periodCode(period), years: indicator.irregularYears.map(String) },
  });
}

/** What is computed is given by nobody, and nothing after its end. */
function requireGiven({ row, period }: NamedIndicator, indicator: KnownIndicator): void {
  const { name, computedFrom, endsAfter } = indicator;
  if (computedFrom) {
    const facts = { indicator: name, parts: [...computedFrom] };
    throw new ImportFault({ row, column: 'indicator', code: 'indicator.derived', facts });
  }
  if (!endsAfter || !isAfterEnd(period, indicator)) return;
  const facts = { period: periodCode(period), last: periodCode(endsAfter) };
  throw new ImportFault({ row, column: 'period', code: 'period.after-end', facts });
}

/** The known one of the name counts in another unit, or other periods. */
function otherwise(
  { row, unit, period }: NamedIndicator,
  namesakes: readonly [KnownIndicator, ...(readonly KnownIndicator[])],
): ImportFault {
  const ofUnit = namesakes.find((namesake) => namesake.unit === unit);
  const { name, unit: expected } = namesakes[0];
  if (!ofUnit)
    return new ImportFault({ row, column: 'unit', code: 'unit.other', facts: { indicator: name, unit: unit.slice(0, 60), expected } });
  const facts = { indicator: ofUnit.name, period: periodCode(period), cadence: ofUnit.cadence };
  return new ImportFault({ row, column: 'period', code: 'period.wrong-cadence', facts });
}

/** The address of a new indicator: its name, with a number where another bears that address already. */
function freeSlug(name: string, known: IndicatorRegister['indicators']): string {
  const isFree = (slug: string): boolean => !known.get(slug)?.some((indicator) => indicator.slug === slug);
  const stem = slugOf(name);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (isFree(slug)) return slug;
  }
}
