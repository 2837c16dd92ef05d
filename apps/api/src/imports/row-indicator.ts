import { fitsCadence, isMeasuredIn, periodCode, type IndicatorRules, type Period, type PeriodCadence } from '@slusen/domain';
import { ImportFault } from './import-fault.js';

/** An indicator as far as a file's row must agree with it. */
export interface KnownIndicator extends Pick<IndicatorRules, 'cadence' | 'irregularYears' | 'decimals' | 'lagDays'> {
  readonly id: number;
  readonly slug: string;
  readonly unit: string;
  /** Outside them a figure is asked about; official statistics are not. */
  readonly limits?: Limits | undefined;
}
export type Limits = Pick<IndicatorRules, 'min' | 'max'>;

/** What a row says of its indicator. */
export interface NamedIndicator {
  readonly row: number;
  readonly name: string;
  readonly unit: string;
  readonly period: Period;
}

const SUFFIXES: Readonly<Record<PeriodCadence, string>> = {
  month: 'manad',
  quarter: 'kvartal',
  tertial: 'tertial',
  'half-year': 'halvar',
  year: 'ar',
};

/**
 * The indicator a row is about: the one of its name (or slug) that has its unit and cadence. One of the name alone is
 * another indicator, since births a quarter are not births a year; where new ones may be made it is made beside it.
 */
export function indicatorOfRow(
  said: NamedIndicator,
  known: ReadonlyMap<string, readonly KnownIndicator[]>,
  mayCreate: boolean,
): Pick<KnownIndicator, 'slug' | 'cadence'> & Partial<Pick<KnownIndicator, 'id' | 'decimals' | 'limits' | 'lagDays'>> {
  const namesakes = known.get(said.name) ?? [];
  const fitting = namesakes.find(({ unit, cadence }) => unit === said.unit && fitsCadence(said.period, cadence));
  if (fitting) return measured(said, fitting);
  if (mayCreate) return { slug: freeSlug(said, known), cadence: said.period.cadence };
  throw refusal(said, namesakes);
}

/** An election year that is none is refused here as in the form; a year of its own would be another indicator to no one. */
function measured({ row, period }: NamedIndicator, indicator: KnownIndicator): KnownIndicator {
  if (isMeasuredIn(period, indicator)) return indicator;
  throw new ImportFault({
    row,
    column: 'period',
    code: 'period.not-measured',
    facts: { period: periodCode(period), years: indicator.irregularYears.map(String) },
  });
}

function refusal({ row, name, unit, period }: NamedIndicator, namesakes: readonly KnownIndicator[]): ImportFault {
  const [first] = namesakes;
  if (!first) return new ImportFault({ row, column: 'indicator', code: 'indicator.unknown', facts: { indicator: name.slice(0, 100) } });
  const ofUnit = namesakes.find((namesake) => namesake.unit === unit);
  if (!ofUnit)
    return new ImportFault({ row, column: 'unit', code: 'unit.other', facts: { unit: unit.slice(0, 60), expected: first.unit } });
  return new ImportFault({
    row,
    column: 'period',
    code: 'period.wrong-cadence',
    facts: { period: periodCode(period), cadence: ofUnit.cadence },
  });
}

/** The address of a new indicator: its name, with its cadence where another bears that address already. */
function freeSlug({ name, period }: NamedIndicator, known: ReadonlyMap<string, readonly KnownIndicator[]>): string {
  const isFree = (slug: string): boolean => !known.get(slug)?.some((indicator) => indicator.slug === slug);
  const plain = slugOf(name);
  const stem = isFree(plain) ? plain : `${plain}-${SUFFIXES[period.cadence]}`;
  for (let number = 1; ; number++) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (isFree(slug)) return slug;
  }
}

/** A name as an address: "Folkmängd 31 december" → `folkmangd-31-december`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120)
    .replace(/-+$/, '');
}
