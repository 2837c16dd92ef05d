import type { IndicatorPageView } from '@slusen/contracts';
import { LANGUAGES, periodCode, rollingTwelveMonths, roundTo, seriesFinding, type Language, type Target } from '@slusen/domain';
import { aheadSentences, outlookOf, outlookSentences, paceSentences, type Outlook } from '@slusen/domain/pace';
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

/**
 * Pace and trend of the series by itself, then for each goal with a target what it takes and how likely it is. A target on
 * twelve months has a pace of its own, so there that is told too.
 */
export function outlooksOf(indicator: Indicator, series: PublicSeries, goals: readonly Aimed[]): OutlookView[] {
  const tell = (target: Target | undefined, sentences: Tell): OutlookView['text'] => {
    const outlook = outlookOf({ rules: indicator.rules, unit: indicator.unit, points: series.observations, target });
    const [sv = [], en = []] = LANGUAGES.map((language) => [...sentences(outlook, language)]);
    return { sv, en };
  };
  const perGoal = goals.flatMap(({ goal, target }) => (target ? [{ goal: goal.slug, text: tell(target, tellerFor(target)) }] : []));
  return [{ text: tell(undefined, paceSentences) }, ...perGoal].filter(({ text }) => text.sv.length > 0);
}

function tellerFor({ measure }: Target): Tell {
  return measure === 'value' ? aheadSentences : outlookSentences;
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
