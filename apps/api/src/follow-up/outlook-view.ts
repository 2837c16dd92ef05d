import type { IndicatorPageView, TrendView } from '@slusen/contracts';
import {
  LANGUAGES,
  periodCode,
  rollingTwelveMonths,
  roundTo,
  seriesFinding,
  trendWay,
  type Language,
  type Target,
  type Trend,
} from '@slusen/domain';
import { aheadSentences, outlookOf, paceSentences, seriesTrend, type Outlook } from '@slusen/domain/pace';
import type { Indicator } from '../indicators/indicator.js';
import type { PublicSeries } from './goal-follow-up.js';

type OutlookView = IndicatorPageView['outlook'][number];
type Finding = Record<Language, string>;
type Tell = (outlook: Outlook, language: Language) => readonly string[];

/** A goal with the target that its indicator is measured against. */
export interface Aimed {
  readonly goal: { readonly slug: string };
  readonly target: Target | undefined;
}

/** Pace and trend of the series by itself, then for each goal with a target what it takes and how likely it is. */
export function outlooksOf(indicator: Indicator, series: PublicSeries, goals: readonly Aimed[]): OutlookView[] {
  const tell = (target: Target | undefined): Omit<OutlookView, 'goal'> => {
    const outlook = outlookOf({ rules: indicator.rules, unit: indicator.unit, points: series.observations, target });
    const trend = outlook.trend && trendView(outlook.trend, indicator);
    return { trend, pace: inBoth(outlook, paceSentences), ahead: inBoth(outlook, aheadSentences) };
  };
  const perGoal = goals.flatMap(({ goal, target }) => (target ? [{ goal: goal.slug, ...tell(target) }] : []));
  return [tell(undefined), ...perGoal].filter(({ pace, ahead }) => pace.sv.length + ahead.sv.length > 0);
}

function inBoth(outlook: Outlook, tell: Tell): OutlookView['pace'] {
  const [sv = [], en = []] = LANGUAGES.map((language) => [...tell(outlook, language)]);
  return { sv, en };
}

/** The trend of a series, measured as the target is; none where the values allow none. */
export function trendOf({ rules }: Indicator, { observations }: PublicSeries, target: Target | undefined): TrendView | undefined {
  const trend = seriesTrend({ rules, points: observations, target });
  return trend && trendView(trend, { rules });
}

function trendView(word: Trend, { rules }: Pick<Indicator, 'rules'>): TrendView {
  return { word, way: trendWay(word, rules.direction) };
}

/** What a series shows from end to end, in both languages. */
export function findingOf({ rules, unit }: Indicator, { observations: points }: PublicSeries): Finding | undefined {
  const [sv, en] = LANGUAGES.map((language) => seriesFinding({ rules, unit, points }, language));
  return sv === undefined || en === undefined ? undefined : { sv, en };
}

/** The twelve months ending with each period that has them all; undefined when no target is measured that way. */
export function rollingOf({ rules }: Indicator, { observations }: PublicSeries, goals: readonly Aimed[]): IndicatorPageView['rolling'] {
  if (!goals.some(({ target }) => target?.measure === 'rolling-12-months')) return undefined;
  return observations.flatMap(({ period }) => {
    const { value } = rollingTwelveMonths(observations, period, rules);
    return value === undefined ? [] : [{ period: periodCode(period), value: roundTo(value, rules.decimals) }];
  });
}
