import { type StrategyFile, type StrategyFileIndicator } from '@slusen/contracts';
import { latestDuePeriod, periodCode, type EntryAction, type IsoDate, type Period } from '@slusen/domain';
import { exampleValue } from './example-series.js';

/** One step someone takes with an entry, in order; the first is always a save. */
export interface DemoStep {
  readonly action: Extract<EntryAction, 'save' | 'submit' | 'return'>;
  /** The username of a demonstration account. */
  readonly by: string;
  readonly reason?: string;
}

/** An entry under way when the demonstration opens. */
export interface DemoEntry {
  readonly indicator: string;
  readonly territory: string;
  /** The code of the period that is due on the day. */
  readonly period: string;
  readonly value: number;
  readonly comment?: string;
  readonly sourceNote?: string;
  /** The reporter's answer to each plausibility question that the figure happens to raise. */
  readonly answerIfAsked: string;
  readonly steps: readonly DemoStep[];
}

interface Story {
  readonly indicator: string;
  /** What is entered, as a multiple of what the series would have. */
  readonly factor: number;
  readonly comment?: string;
  readonly sourceNote?: string;
  readonly answerIfAsked: string;
  readonly steps: readonly DemoStep[];
}

const STORIES: readonly Story[] = [
  {
    indicator: 'foretagsbesok',
    factor: 2.4,
    comment: 'Besöken under näringslivsveckan är medräknade.',
    sourceNote: 'Näringslivsenhetens besökslista',
    answerIfAsked: 'Stämmer. Under näringslivsveckan gjordes ovanligt många besök.',
    steps: [
      { action: 'save', by: 'anna' },
      { action: 'submit', by: 'anna' },
    ],
  },
  {
    indicator: 'biblioteksbesok',
    factor: 0.7,
    sourceNote: 'Besöksräknaren på huvudbiblioteket',
    answerIfAsked: 'Avläst direkt från besöksräknaren.',
    steps: [
      { action: 'save', by: 'johan' },
      { action: 'submit', by: 'johan' },
      {
        action: 'return',
        by: 'per',
        reason: 'Siffran gäller bara huvudbiblioteket. Räkna med filialerna också, så som vi har gjort tidigare.',
      },
    ],
  },
  {
    indicator: 'belyst-cykelvag',
    factor: 1,
    comment: 'Ingen ny sträcka har tagits i drift under kvartalet.',
    answerIfAsked: 'Uppmätt på plats tillsammans med entreprenören.',
    steps: [
      { action: 'save', by: 'mikael' },
      { action: 'submit', by: 'mikael' },
    ],
  },
  {
    indicator: 'dialogdeltagare',
    factor: 1,
    comment: 'Listan från det sista mötet saknas ännu.',
    answerIfAsked: 'Räknat på närvarolistorna.',
    steps: [{ action: 'save', by: 'anna' }],
  },
];

/**
 * What is under way on a day: one figure that stands out and one ordinary waiting for review, one returned with a reason and
 * one draft. Every other due period is left as a task.
 */
export function demoEntries({ indicators, territories }: StrategyFile, today: IsoDate): readonly DemoEntry[] {
  const municipality = territories.find(({ kind }) => kind === 'municipality');
  return STORIES.flatMap(({ factor, ...story }) => {
    const indicator = indicators.find(({ slug }) => slug === story.indicator);
    const period = indicator && latestDuePeriod(indicator, today);
    if (!municipality || !indicator || !period) return [];
    const value = entered(indicator, period, factor);
    return [{ ...story, territory: municipality.code, period: periodCode(period), value }];
  });
}

function entered(indicator: StrategyFileIndicator, period: Period, factor: number): number {
  return Number((exampleValue(indicator, period) * factor).toFixed(indicator.decimals));
}
