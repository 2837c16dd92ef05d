import { type Language } from '../language.js';
import { type Explanation } from '../status/explanation.js';
import { periodLabel } from '../time/period-label.js';
import { type Period } from '../time/period.js';
import { periodPhrase } from './sentence-period.js';

/** Why a value is compared with nothing, to follow it: "inte jämförbart med tiden före 2024", or "inget värde att jämföra med". */
export function incomparableText({ breakBefore }: Pick<Explanation, 'breakBefore'>, language: Language): string {
  if (!breakBefore) return language === 'sv' ? 'inget värde att jämföra med' : 'no value to compare with';
  const when = periodLabel(breakBefore.firstPeriod, language);
  return language === 'sv' ? `inte jämförbart med tiden före ${when}` : `not comparable with the time before ${when}`;
}

/** What a chart shows that is cut at its last value: "Serien har ett brott 2024: värden före och efter kan inte jämföras". */
export function breakText(firstPeriod: Period, language: Language): string {
  const when = periodPhrase(firstPeriod, language, { measure: 'value' });
  return language === 'sv'
    ? `Serien har ett brott ${when}: värden före och efter kan inte jämföras`
    : `The series has a break ${when}: values before and after it cannot be compared`;
}
