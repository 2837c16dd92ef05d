import { upperFirst, type Language } from '../language.js';
import { type Explanation } from '../status/explanation.js';
import { formatWithUnit } from '../value/number-text-unit.js';
import { type Observation } from '../value/observation.js';
import { certaintyText } from '../value/certainty-text.js';
import { missingText, ongoingText, qualityText } from '../value/value-words.js';
import { figureName } from './figure-name.js';
import { periodName } from './sentence-period.js';

/**
 * What stands beneath the large figure, or in its place: what the outcome covers and how sure it is, as the heading says it, "de tolv månaderna
 * till och med oktober 2026, slutligt"; of a missing value its period. Undefined without either.
 */
export function outcomeCaption(explanation: Explanation, language: Language): string | undefined {
  const { outcome, missingPeriod } = explanation;
  const period = outcome?.period ?? missingPeriod;
  if (!period) return undefined;
  const name = periodName(period, language, explanation);
  return outcome ? `${name}, ${certaintyText(outcome, language) ?? qualityText(outcome.quality, language)}` : name;
}

/**
 * A figure that does not count, told apart from everything else: "Lämnat under pågående period, kvartal 4 2026: 30 besök (preliminärt)", or that one is
 * not published yet. `observation` is one of `countedSeries().apart`.
 */
export function apartText(
  observation: Observation,
  { unit, decimals, reporting }: Pick<Explanation, 'unit' | 'decimals' | 'reporting'>,
  language: Language,
): string {
  const { period, value, missing = 'not-yet-published', quality } = observation;
  const when = figureName(period, language, { reporting });
  const kind = missingText(missing, language);
  if (value === undefined && missing === 'not-yet-published') return `${upperFirst(when)}: ${kind}.`;
  const told = value === undefined ? kind : `${formatWithUnit(value, unit, { decimals, language })} (${qualityText(quality, language)})`;
  return `${upperFirst(ongoingText(language))}, ${when}: ${told}.`;
}
