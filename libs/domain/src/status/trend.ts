import { type Direction } from '../indicator/indicator.js';

/** What a clear trend means, and rising or falling where neither way is better. */
export const TRENDS = ['improving', 'worsening', 'rising', 'falling', 'no-clear-trend'] as const;
export type Trend = (typeof TRENDS)[number];

/** Which way the figures themselves go: the unemployed become fewer while it improves. */
export const TREND_WAYS = ['up', 'down', 'level'] as const;
export type TrendWay = (typeof TREND_WAYS)[number];

/** The way of an indicator's trend, for the arrow beside its word. */
export function trendWay(trend: Trend, direction: Direction): TrendWay {
  if (trend === 'no-clear-trend') return 'level';
  if (trend === 'rising' || trend === 'falling') return trend === 'rising' ? 'up' : 'down';
  return (trend === 'improving') === (direction === 'increase') ? 'up' : 'down';
}
