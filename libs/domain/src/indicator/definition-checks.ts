import { breakdownFaults } from '../breakdown/breakdown-checks.js';
import { fault, repeated, unknownReference, type Faults, type Place } from '../strategy/fault.js';
import { fitsCadence } from '../time/period.js';
import { parsePeriod } from '../time/period-code.js';
import { formulaFaults, type ComputedWith } from './formula-checks.js';
import { type BreakContent, type DefinitionContent } from './definition-content.js';

/** What a definition may name: who answers for figures, the municipality's localities, every indicator with its name and cadence. */
export interface DefinitionSurroundings {
  readonly actors: { has(slug: string): boolean };
  readonly localities: { has(code: string): boolean };
  readonly indicators: ReadonlyMap<string, Pick<DefinitionContent, 'name'> & ComputedWith>;
}

/** What an indicator says about itself hangs together, and what it refers to is there. */
export function* definitionFaults(
  indicator: DefinitionContent & { readonly slug: string },
  around: DefinitionSurroundings,
  path: Place = [],
): Faults {
  if (indicator.owner !== undefined) yield* unknownReference(indicator.owner, around.actors, [...path, 'owner']);
  for (const [l, code] of indicator.perLocality.entries()) {
    yield* unknownReference(code, around.localities, [...path, 'perLocality', l]);
  }
  yield* repeated(indicator.perLocality, [...path, 'perLocality']);
  yield* checkBalance(indicator, around.indicators, [...path, 'balance']);
  yield* checkRules(indicator, path);
  yield* checkEnding(indicator, around.indicators, [...path, 'ending']);
  yield* formulaFaults(indicator, around.indicators, path);
  yield* breakdownFaults(indicator, path);
}

/** Every break begins with a period of the indicator's own cadence, and no period breaks twice. */
export function* breakFaults(breaks: readonly BreakContent[], { cadence }: Pick<DefinitionContent, 'cadence'>, path: Place = []): Faults {
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

function* checkBalance(
  { slug, balance, cadence }: DefinitionContent & { readonly slug: string },
  indicators: DefinitionSurroundings['indicators'],
  path: Place,
): Faults {
  yield* repeated(
    balance.map(({ indicator, at }) => `${indicator} ${at}`),
    path,
  );
  for (const [b, term] of balance.entries()) {
    const at = [...path, b, 'indicator'];
    // It may be made by the very definition that is looked at.
    const other = term.indicator === slug ? { cadence } : indicators.get(term.indicator);
    if (!other) yield fault(at, 'reference.unknown', term.indicator);
    else if (term.indicator === slug && term.at === 'same-period') yield fault(at, 'balance.of-itself', slug);
    else if (other.cadence !== cadence) yield fault(at, 'balance.other-cadence', term.indicator);
  }
}

function* checkEnding(
  { slug, ending, cadence }: DefinitionContent & { readonly slug: string },
  indicators: DefinitionSurroundings['indicators'],
  path: Place,
): Faults {
  if (!ending) return;
  const { after, replacedBy } = ending;
  if (!fitsCadence(parsePeriod(after), cadence)) yield fault([...path, 'after'], 'period.wrong-cadence', after);
  if (replacedBy === slug) yield fault([...path, 'replacedBy'], 'ending.replaced-by-itself', slug);
  else if (replacedBy !== undefined) yield* unknownReference(replacedBy, indicators, [...path, 'replacedBy']);
}

function* checkRules({ cadence, irregularYears, reporting, min, max }: DefinitionContent, path: Place): Faults {
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
