import { type Language } from '../language.js';
import { type Explanation } from '../status/explanation.js';
import { periodLabel } from '../time/period-label.js';

/** Why a value is compared with nothing, to follow it: "inte jämförbart med tiden före 2024", or "inget värde att jämföra med". */
export function incomparableText({ breakBefore }: Pick<Explanation, 'breakBefore'>, language: Language): string {
  if (!breakBefore) return language === 'sv' ? 'inget värde att jämföra med' : 'no value to compare with';
  const when = periodLabel(breakBefore.firstPeriod, language);
  return language === 'sv' ? `inte jämförbart med tiden före ${when}` : `not comparable with the time before ${when}`;
}
