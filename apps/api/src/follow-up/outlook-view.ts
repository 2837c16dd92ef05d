import type { GoalPageView, IndicatorPageView, TrendView } from '@slusen/contracts';
import {
  cadenceParts,
  LANGUAGES,
  partsBehind,
  periodCode,
  QUALITY_ORDER,
  roundTo,
  seriesFinding,
  trendWay,
  worstOf,
  type Explanation,
  type Language,
  type Measure,
  type Target,
  type Trend,
} from '@slusen/domain';
import { aheadSentences, measuredSeries, outlookOf, paceSentences, seriesTrend, type Outlook } from '@slusen/domain/pace';
import type { Indicator } from '../indicators/indicator.js';
import type { Plan } from './next-expected.js';
import type { PublicSeries } from './public-series.js';

type OutlookView = IndicatorPageView['outlook'][number];
type Finding = Record<Language, string>;
type Tell = (outlook: Outlook, language: Language) => readonly string[];

/** A goal with the target that its indicator is measured against. */
export interface Aimed {
  readonly goal: { readonly slug: string };
  readonly target: Target | undefined;
}

/** A series that counts, with whose it is and how it is measured. */
interface Judged {
  readonly indicator: Indicator;
  readonly series: PublicSeries;
  readonly measure?: Measure | undefined;
  readonly target?: Target | undefined;
  /** The day it is told. */
  readonly plan?: Pick<Plan, 'today'>;
}

/** A series as its chart is headed, with what the page is headed by. */
interface Found extends Judged {
  readonly outcome: Pick<Explanation, 'breakBefore'>;
}

/** How an indicator is measured where no goal is spoken of: as the first goal with a target does, in the order of the strategy. */
export function judgedMeasure(goals: readonly Pick<Aimed, 'target'>[]): Measure | undefined {
  return goals.find(({ target }) => target)?.target?.measure;
}

/** Pace and trend of the series by itself, then for each goal with a target what it takes and how likely it is. */
export function outlooksOf(judged: Judged, goals: readonly Aimed[]): OutlookView[] {
  const perGoal = goals.flatMap(({ goal, target }) => (target ? [{ goal: goal.slug, ...outlookView({ ...judged, target }) }] : []));
  return [outlookView({ ...judged, target: undefined }), ...perGoal].filter(({ pace, ahead }) => pace.sv.length + ahead.sv.length > 0);
}

/** Pace and trend, and against a target what it takes and how likely it is. */
export function outlookView({ indicator, series, measure, target, plan }: Judged): Omit<OutlookView, 'goal'> {
  const outlook = outlookOf({ rules: indicator.rules, unit: indicator.unit, points: series.observations, measure, target });
  const trend = outlook.trend && trendView(outlook.trend, indicator);
  return {
    trend,
    pace: inBoth(outlook, paceSentences),
    ahead: inBoth(outlook, (one, language) => aheadSentences(one, language, plan?.today)),
    numbers: numbersOf(outlook),
  };
}

/** The results that the sentences round, unrounded: what somebody who computes them anew holds theirs against. */
function numbersOf({ values, pace, variation, ahead }: Outlook): OutlookView['numbers'] {
  return {
    values: values.map(({ period, value }) => ({ period: periodCode(period), value })),
    pace,
    variation,
    required: ahead?.required?.perYear,
    projection: ahead?.projection,
    chance: ahead?.chance?.probability,
  };
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

/** What a series shows from end to end after its measure, in both languages. */
export function findingOf({ indicator, series, measure = 'value', outcome }: Found): Finding | undefined {
  const { rules, unit } = indicator;
  const { breakBefore } = outcome;
  const points = measuredSeries(series.observations, rules, measure);
  const [sv, en] = LANGUAGES.map((language) => seriesFinding({ rules, unit, points, measure, breakBefore }, language));
  return sv === undefined || en === undefined ? undefined : { sv, en };
}

/** The heading of a chart that shows the parts of what is judged by twelve months: what it shows, no finding beside the other one. */
export function partsHeading({ rules }: Indicator): Finding {
  return { sv: cadenceParts(rules, 'sv'), en: cadenceParts(rules, 'en') };
}

/** The twelve months ending with each period that has them all, as sure as the least sure of their parts; undefined when no target is measured that way. */
export function rollingOf({ rules }: Indicator, series: PublicSeries, goals: readonly Aimed[]): IndicatorPageView['rolling'] {
  if (!goals.some(({ target }) => target?.measure === 'rolling-12-months')) return undefined;
  const { observations } = series;
  return measuredSeries(observations, rules, 'rolling-12-months').flatMap(({ period, value }) => {
    if (value === undefined) return [];
    const parts = partsBehind(observations, period, rules).map(({ quality }) => quality);
    return [{ period: periodCode(period), value: roundTo(value, rules.decimals), quality: worstOf(parts, QUALITY_ORDER) }];
  });
}

/** The small line of a series after its measure. */
export function lineOf({ indicator: { rules }, series, measure = 'value' }: Judged): GoalPageView['indicators'][number]['points'] {
  return measuredSeries(series.observations, rules, measure).map(({ period, value }) => ({
    period: periodCode(period),
    value: value === undefined ? undefined : roundTo(value, rules.decimals),
  }));
}
