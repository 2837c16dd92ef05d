import type { EntryFigure, EntryForm, EntryView } from '@slusen/contracts';
import {
  askedAnew,
  isFinalEarly,
  parsePeriod,
  questions,
  questionText,
  type Language,
  type Measured,
  type Period,
  type QuestionKind,
} from '@slusen/domain';

/** A question to answer in the form, in the reader's language. */
export interface ShownQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
}

/** All that is asked about what stands in the form. */
export function questionsOf(
  form: EntryForm,
  figure: EntryFigure,
  { saved, language }: { readonly saved: EntryView | undefined; readonly language: Language },
): readonly ShownQuestion[] {
  const asked = allQuestions(liveQuestions(form, figure, language), saved, { value: figure.value, language });
  return askedAnew(asked, figure, form.replaces);
}

/**
 * What to ask about a value while it is typed, by the same rule that the API asks with. A balance needs figures that only
 * the API has, so its question comes with the saved entry, as long as the value is the one that was saved.
 *
 * @internal
 */
export function liveQuestions(
  form: EntryForm,
  { value, quality, parts }: Pick<EntryFigure, 'value' | 'quality' | 'parts'>,
  language: Language,
): readonly ShownQuestion[] {
  if (value === undefined) return [];
  const { limits, indicator } = form;
  const { decimals, breakdown } = indicator;
  const rules = {
    ...limits,
    decimals,
    breakdown,
    breaks: indicator.breaks.map((cut) => ({ ...cut, firstPeriod: parsePeriod(cut.firstPeriod) })),
  };
  const period = parsePeriod(form.period);
  const finalEarly = isFinalEarly({ period, quality }, indicator, form.today);
  const asked = questions({ value, period, finalEarly, parts }, form.history.map(measuredOf), rules);
  const style = { unit: indicator.unit, decimals, reporting: form.reporting, language };
  return asked.map((question) => ({ kind: question.kind, text: questionText(question, style) }));
}

/**
 * Live questions with those that only the API could ask about the saved value.
 *
 * @internal
 */
export function allQuestions(
  live: readonly ShownQuestion[],
  entry: EntryView | undefined,
  shown: { value: number | undefined; language: Language },
): readonly ShownQuestion[] {
  const isSaved = entry !== undefined && entry.value === shown.value;
  const others = (isSaved ? entry.questions : []).filter(({ kind }) => !live.some((question) => question.kind === kind));
  return [...live, ...others.map((question) => ({ kind: question.kind, text: question[shown.language] }))];
}

function measuredOf({ period, value, missing }: EntryForm['history'][number]): Measured & { period: Period } {
  return value === undefined ? { period: parsePeriod(period), missing: missing ?? 'not-measured' } : { period: parsePeriod(period), value };
}
