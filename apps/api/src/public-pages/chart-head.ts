import type { ChartHead } from '@slusen/contracts';
import { endName, LANGUAGES, parsePeriod, textIn, type Language } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

const TWELVE_MONTHS = { sv: 'tolv månader i följd', en: 'rolling twelve months' } as const;

/** What a chart shows and of whom. */
export interface ChartSubject {
  readonly indicator: Pick<Indicator, 'name' | 'unit'> & { readonly rules: Pick<Indicator['rules'], 'reporting'> };
  readonly heading: ChartHead['heading'];
  readonly points: readonly { readonly period: string }[];
  readonly isRolling: boolean;
  readonly municipality: string;
}

/** The words above a chart: "231 invånare under målbanan 2025", "Folkmängd 31 december, Vimmerby kommun, 1950–2025, invånare". */
export function chartHeadOf({ heading, ...shown }: ChartSubject): ChartHead {
  const [sv = '', en = ''] = LANGUAGES.map((language) => subtitleOf(shown, language));
  return { heading, subtitle: { sv, en } };
}

function subtitleOf({ indicator, points, isRolling, municipality }: Omit<ChartSubject, 'heading'>, language: Language): string {
  const covered = { measure: isRolling ? 'rolling-12-months' : 'value', reporting: indicator.rules.reporting } as const;
  const ends = [points[0], points.at(-1)].flatMap((point) => (point ? [endName(parsePeriod(point.period), language, covered)] : []));
  const dash = ends.some((label) => label.includes(' ')) ? ' – ' : '–';
  const [name, unit] = [indicator.name, indicator.unit].map((text) => textIn(text, language).text);
  return [name, isRolling && TWELVE_MONTHS[language], municipality, [...new Set(ends)].join(dash), unit].filter(Boolean).join(', ');
}
