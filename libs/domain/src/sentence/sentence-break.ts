import { type Language } from '../language.js';
import { type Explanation } from '../status/explanation.js';
import { type Period } from '../time/period.js';
import { periodLabel } from '../time/period-label.js';
import { periodPhrase } from './sentence-period.js';

/** That values cannot be compared across a break: "Serien har ett brott 2024: värden före och efter kan inte jämföras." */
export function seriesBreakText(firstPeriod: Period, language: Language): string {
  const when = periodPhrase(firstPeriod, language, { measure: 'value' });
  if (language === 'sv') return `Serien har ett brott ${when}: värden före och efter kan inte jämföras.`;
  return `The series has a break ${when}: values before and after it cannot be compared.`;
}

/** Why a value is compared with nothing, to follow it: "inte jämförbart med tiden före 2024", or "inget värde att jämföra med". */
export function incomparableText({ breakBefore }: Pick<Explanation, 'breakBefore'>, language: Language): string {
  if (!breakBefore) return language === 'sv' ? 'inget värde att jämföra med' : 'no value to compare with';
  const when = periodLabel(breakBefore.firstPeriod, language);
  return language === 'sv' ? `inte jämförbart med tiden före ${when}` : `not comparable with the time before ${when}`;
}
