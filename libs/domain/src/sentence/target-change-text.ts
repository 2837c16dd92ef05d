import { type Language } from '../language.js';
import { reachOf } from '../target/target-reach.js';
import { reachWord } from '../target/target-reach-words.js';
import { finalPeriodOf, type Target } from '../target/target.js';
import { comparePeriods } from '../time/period.js';
import { dateLabel } from '../time/period-label.js';
import { type IsoDate } from '../time/period.js';
import { formatWithUnit } from '../value/number-text-unit.js';
import { betweenText } from './sentence-difference.js';
import { periodPhrase, withPeriod } from './sentence-period.js';
import { type TargetCounted, type TargetUnit } from './target-text.js';

/** A target that another one took the place of: on which day, and by which decision. */
export interface TargetChange {
  readonly before: Target;
  readonly after: Target;
  readonly on: IsoDate;
  readonly decision: string;
}

interface Phrases {
  readonly target: (said: { from: string; to: string; reach: string; on: string; decision: string }) => string;
  readonly way: (said: { on: string; decision: string }) => string;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  sv: {
    target: ({ from, to, reach, on, decision }) => `Målvärdet ändrades den ${on} från ${from} till ${to} (${reach}): ${decision}.`,
    way: ({ on, decision }) => `Vägen till målvärdet ändrades den ${on}, men inte målvärdet: ${decision}.`,
  },
  en: {
    target: ({ from, to, reach, on, decision }) => `The target was changed on ${on} from ${from} to ${to} (${reach}): ${decision}.`,
    way: ({ on, decision }) => `The way to the target was changed on ${on}, but not the target: ${decision}.`,
  },
};

/**
 * That a target was changed, how, and by which decision: "Målvärdet ändrades den 3 mars 2027 från 6,0 % till 7,0 % (lättare att nå): KF § 12."
 * Periods are told where they differ.
 */
export function targetChangeText({ before, after, on, decision }: TargetChange, counted: TargetCounted, language: Language): string {
  const phrases = PHRASES[language];
  const said = { on: dateLabel(on, language), decision };
  const reach = reachOf(before, after, counted.direction);
  const [from = '', to = ''] = [before, after].map((target) =>
    aimText(target, counted, { language, isDated: hasOtherPeriod(before, after) }),
  );
  if (from === to) return phrases.way(said);
  return phrases.target({ ...said, from, to, reach: reachWord(reach, language) });
}

const hasOtherPeriod = (before: Target, after: Target): boolean => comparePeriods(finalPeriodOf(before), finalPeriodOf(after)) !== 0;

function aimText(
  target: Target,
  { unit, decimals, reporting }: TargetUnit,
  { language, isDated }: { readonly language: Language; readonly isDated: boolean },
): string {
  const style = { decimals, language };
  const aim =
    target.kind === 'band' ? betweenText([target.low, target.high], unit, style) : formatWithUnit(target.final.value, unit, style);
  if (!isDated) return aim;
  return withPeriod(aim, periodPhrase(finalPeriodOf(target), language, { measure: target.measure, reporting }), language);
}
