import { formatNumber, formatWithUnit, isPercent, NBSP, textIn } from '@slusen/domain';
import { type SeriesChartInput } from './series.js';

type Measure = Pick<SeriesChartInput, 'unit' | 'decimals' | 'language'>;

/** A value in a sentence: "15 327 invånare". */
export function inWords(value: number, input: Measure): string {
  return formatWithUnit(value, input.unit, input);
}

/** A value in the picture: only percentages carry their sign there, other units stand above the axis. */
export function inPicture(value: number, input: Measure, decimals = input.decimals): string {
  const sign = input.language === 'sv' ? `${NBSP}%` : '%';
  return formatNumber(value, { decimals, language: input.language }) + (isPercent(input.unit) ? sign : '');
}

/** What is written above the value axis; empty when the figures or the title say it already. */
export function unitCaption({ unit, language }: Measure): string {
  const { text } = textIn(unit, language);
  return /^(%|procent|per ?cent|antal|number)$/i.test(text.trim()) ? '' : text.trim();
}
