import { fitsCadence, parsePeriod } from '@slusen/domain';
import { fault, repeated, unknownReference, type Path, type Problems } from './strategy-file-fault.js';
import { type StrategyFile, type StrategyFileIndicator } from './strategy-file-shape.js';

/** What an indicator says about itself hangs together, and what it refers to is in the file. */
export function* checkIndicators(file: StrategyFile): Problems {
  const known = {
    actors: new Set(file.actors.map(({ slug }) => slug)),
    localities: new Set(file.territories.filter(({ kind }) => kind === 'locality').map(({ code }) => code)),
    indicators: new Map(file.indicators.map((one) => [one.slug, one])),
  };
  for (const [i, indicator] of file.indicators.entries()) {
    const path = ['indicators', i];
    if (indicator.owner !== undefined) yield* unknownReference(indicator.owner, known.actors, [...path, 'owner']);
    for (const [l, code] of indicator.perLocality.entries()) {
      yield* unknownReference(code, known.localities, [...path, 'perLocality', l]);
    }
    yield* repeated(indicator.perLocality, [...path, 'perLocality']);
    yield* checkBalance(indicator, known.indicators, [...path, 'balance']);
    yield* checkRules(indicator, path);
    yield* checkBreaks(indicator, [...path, 'breaks']);
  }
}

function* checkBalance(
  { slug, balance, cadence }: StrategyFileIndicator,
  indicators: ReadonlyMap<string, StrategyFileIndicator>,
  path: Path,
): Problems {
  yield* repeated(
    balance.map(({ indicator, at }) => `${indicator} ${at}`),
    path,
  );
  for (const [b, term] of balance.entries()) {
    const at = [...path, b, 'indicator'];
    const other = indicators.get(term.indicator);
    if (!other) yield fault(at, 'reference.unknown', term.indicator);
    else if (term.indicator === slug && term.at === 'same-period') yield fault(at, 'balance.of-itself', slug);
    else if (other.cadence !== cadence) yield fault(at, 'balance.other-cadence', term.indicator);
  }
}

function* checkRules({ cadence, irregularYears, reporting, min, max }: StrategyFileIndicator, path: Path): Problems {
  if (cadence !== 'irregular' && irregularYears.length > 0) {
    yield fault([...path, 'irregularYears'], 'indicator.years-only-when-irregular', cadence);
  }
  for (const [y, year] of irregularYears.entries()) {
    const before = irregularYears[y - 1];
    if (before !== undefined && year <= before) {
      yield fault([...path, 'irregularYears', y], 'indicator.years-not-in-order', String(year));
    }
  }
  const isYearly = cadence === 'year' || cadence === 'irregular';
  if (reporting === 'year-to-date' && isYearly) {
    yield fault([...path, 'reporting'], 'indicator.year-to-date-within-a-year-only', cadence);
  }
  if (min !== undefined && max !== undefined && min > max) {
    yield fault([...path, 'max'], 'indicator.min-above-max', String(max));
  }
}

function* checkBreaks({ breaks, cadence }: StrategyFileIndicator, path: Path): Problems {
  for (const [b, { firstPeriod }] of breaks.entries()) {
    if (!fitsCadence(parsePeriod(firstPeriod), cadence)) {
      yield fault([...path, b, 'firstPeriod'], 'period.wrong-cadence', firstPeriod);
    }
  }
  yield* repeated(
    breaks.map(({ firstPeriod }) => firstPeriod),
    path,
    ['firstPeriod'],
  );
}
