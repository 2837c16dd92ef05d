import { textIn, type Language, type Localized } from '../language.js';
import { type Period } from '../time/period.js';
import { periodLabel } from '../time/period-label.js';

/** That an indicator is not measured any more: "Upphörd: mäts inte efter 2026." */
export function endedText(after: Period, language: Language): string {
  const period = periodLabel(after, language);
  return language === 'sv' ? `Upphörd: mäts inte efter ${period}.` : `Ended: not measured after ${period}.`;
}

/** The last period that an indicator is measured in, and why: "Sista perioden är 2026. SCB slutar." */
export function endingText({ after, reason }: { readonly after: Period; readonly reason: Localized }, language: Language): string {
  const period = periodLabel(after, language);
  const last = language === 'sv' ? `Sista perioden är ${period}.` : `The last period is ${period}.`;
  return `${last} ${textIn(reason, language).text}`;
}
