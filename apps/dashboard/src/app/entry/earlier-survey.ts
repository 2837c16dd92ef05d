import type { EntryForm } from '@slusen/contracts';
import { comparePeriods, figureName, formatNumber, parsePeriod, type Language } from '@slusen/domain';

type Surveyed = Pick<EntryForm, 'history' | 'period' | 'indicator' | 'reporting'>;

/** Whether values of the series say how sure they are and how many answered: then those fields are in sight. */
export function hasSurvey({ history }: Pick<Surveyed, 'history'>): boolean {
  return history.some(({ margin, respondents }) => margin !== undefined || respondents !== undefined);
}

/** What the latest value before the period said of itself, beneath the fields where the same is asked of the new one. */
export function surveyHints(
  form: Surveyed,
  language: Language,
): { readonly margin?: string | undefined; readonly respondents?: string | undefined } {
  const { decimals } = form.indicator;
  const own = parsePeriod(form.period);
  const before = form.history.findLast((point) => hasSurvey({ history: [point] }) && comparePeriods(parsePeriod(point.period), own) < 0);
  if (!before) return {};
  const when = figureName(parsePeriod(before.period), language, form);
  const written = (value: number, places: number): string => formatNumber(value, { decimals: places, language });
  return {
    margin:
      before.margin === undefined
        ? undefined
        : $localize`:@@field.margin-before:Värdet för ${when}:period: hade felmarginalen ±${written(before.margin, decimals)}:margin:.`,
    respondents:
      before.respondents === undefined
        ? undefined
        : $localize`:@@field.respondents-before:Värdet för ${when}:period: byggde på ${written(before.respondents, 0)}:count: svar.`,
  };
}
