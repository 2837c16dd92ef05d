import { isSamePeriod, periodPosition, type Period } from '../time/period.js';
import { type Localized } from '../language.js';
import { type IndicatorRules, type SeriesBreak } from './indicator.js';

/** What a derived indicator takes over from a part of it. */
export interface PartRules {
  readonly name: Localized;
  readonly rules: Pick<IndicatorRules, 'breaks' | 'endsAfter'>;
}

/** The rules of a derived indicator: its series breaks where that of a part does, and ends with the first part that does. */
export function inheritedRules(own: IndicatorRules, parts: readonly PartRules[]): IndicatorRules {
  if (parts.length === 0) return own;
  const ends = [own, ...parts.map(({ rules }) => rules)].flatMap(({ endsAfter }) => endsAfter ?? []);
  return { ...own, breaks: inheritedBreaks(own.breaks, parts), endsAfter: ends.length === 0 ? undefined : ends.reduce(earlier) };
}

/** One break a period, of its own before those of parts, which say whose they are. */
function inheritedBreaks(own: readonly SeriesBreak[], parts: readonly PartRules[]): readonly SeriesBreak[] {
  const all = [...own];
  for (const { name, rules } of parts) {
    for (const cut of rules.breaks) {
      if (all.some(({ firstPeriod }) => isSamePeriod(firstPeriod, cut.firstPeriod))) continue;
      all.push({ ...cut, reason: ofPart(name, cut.reason) });
    }
  }
  return all.sort((a, b) => periodPosition(a.firstPeriod) - periodPosition(b.firstPeriod));
}

const ofPart = (name: Localized, reason: Localized): Localized => ({
  sv: `${name.sv}: ${reason.sv}`,
  ...(reason.en === undefined ? {} : { en: `${name.en ?? name.sv}: ${reason.en}` }),
});

const earlier = (a: Period, b: Period): Period => (periodPosition(a) <= periodPosition(b) ? a : b);
