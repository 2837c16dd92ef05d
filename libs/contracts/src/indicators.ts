import {
  ACTOR_ROLES,
  AGGREGATIONS,
  CADENCES,
  DATA_LICENCES,
  DIRECTIONS,
  DUE_STATES,
  INDICATOR_KINDS,
  INFLUENCES,
  MEASURES,
  REPORTINGS,
  REVISION_KINDS,
  TERRITORY_KINDS,
} from '@slusen/domain';
import * as z from 'zod';
import { assessed, knownOutcome, sentences } from './explanation.js';
import { known, pageQuery } from './paging.js';
import { date, instant, period } from './periods.js';
import { breakdown, formula } from './strategy-file-shape.js';
import { freeText, inBothLanguages, localized, reference, slug, unit } from './text.js';
import { trendView } from './trends.js';
import { figureView, missingKind, provenance, quality, saidFigure } from './values.js';

/** A value of a series as the public sees it now. `value` and `missing` exclude each other. */
export const seriesPoint = z
  .object({
    period,
    ...saidFigure.shape,
    revision: z.int(),
    source: z.string(),
    /** The department, never a person. */
    approvedBy: localized.optional(),
    recordedAt: instant,
    /** From when the public could read it, where that was later than it was recorded. */
    publishedAt: instant.optional(),
    /** Final though its period was not over when it was recorded: somebody answered why. */
    finalEarly: z.boolean().optional(),
    /** On pages: its period was not over when it was recorded, so it is shown apart and nothing is said of the indicator by it. */
    isOngoing: z.boolean().optional(),
    /** What has been noted of it, where it is the whole of its territory. */
    note: localized.optional(),
  })
  .meta({ id: 'SeriesPoint' });
export type SeriesPoint = z.output<typeof seriesPoint>;

/** One series, whole: oldest point first, at most 1,000; with the licence that it is given away under. */
export const seriesView = z
  .object({
    indicator: slug,
    territory: z.string(),
    breakdown: z.string(),
    licence: z.enum(DATA_LICENCES),
    points: z.array(seriesPoint).max(1000),
  })
  .meta({ id: 'Series' });
export type SeriesView = z.output<typeof seriesView>;

/** One approved change of an already published figure: what it was, what it became, when the public got it, why, and the new source. */
export const correction = z
  .object({
    period,
    revision: z.int(),
    kind: z.enum(REVISION_KINDS),
    /** The locality it is about; absent where it is the whole. */
    territory: z.object({ code: z.string(), name: localized }).optional(),
    from: saidFigure,
    to: saidFigure,
    /** What became of the figure, put into words with the indicator's unit. */
    told: inBothLanguages,
    reason: z.string().optional(),
    source: z.string(),
    publishedAt: instant,
  })
  .meta({ id: 'Correction' });

/** From which period figures cannot be compared with those before, and why. */
export const seriesBreak = z.object({ firstPeriod: period, reason: localized, decision: z.string().optional() });

/** Everything about an indicator but its figures. */
export const indicatorDefinition = z
  .object({
    slug,
    name: localized,
    definition: localized,
    unit,
    decimals: z.int(),
    direction: z.enum(DIRECTIONS),
    cadence: z.enum(CADENCES),
    reporting: z.enum(REPORTINGS),
    aggregation: z.enum(AGGREGATIONS),
    /** The least and the most it can be: a projection ends there. */
    min: figureView.optional(),
    max: figureView.optional(),
    lagDays: z.int(),
    graceDays: z.int(),
    source: z.object({ name: z.string(), url: z.string().optional() }),
    owner: reference.optional(),
    breaks: z.array(seriesBreak),
    isExample: z.boolean(),
    contextNote: localized.optional(),
    influence: z.enum(INFLUENCES).optional(),
    kind: z.enum(INDICATOR_KINDS).optional(),
    /** It is not measured after this period: why, and what replaces it. */
    ending: z.object({ after: period, reason: localized, replacedBy: slug.optional() }).optional(),
    /** What its values are computed from. */
    formula: formula.optional(),
    /** What its figures are also told by: `breakdown` of a series is one of its parts. */
    breakdown: breakdown.optional(),
  })
  .meta({ id: 'IndicatorDefinition' });
export type IndicatorDefinitionView = z.output<typeof indicatorDefinition>;

/** Where the target path runs, ready to be drawn: positions are months (year × 12 + last month). */
export const targetPath = z
  .object({
    points: z.array(z.object({ period, value: figureView })),
    path: z.enum(['linear', 'step']),
    /** The steps in words, where a page shows it. */
    steps: inBothLanguages.optional(),
    band: z.object({ low: figureView, high: figureView, from: period, to: period }).optional(),
    measure: z.enum(['value', 'rolling-12-months']),
    decision: z.string(),
    isExample: z.boolean(),
  })
  .meta({ id: 'TargetPath' });

export type TargetPath = z.output<typeof targetPath>;

/** What stands above a chart: its finding, then what, where, when and in which unit. Absent where nothing is drawn. */
export const chartHead = z.object({ heading: inBothLanguages, subtitle: inBothLanguages }).meta({ id: 'ChartHead' });
export type ChartHead = z.output<typeof chartHead>;

/** A goal that the indicator measures, with the status there. */
export const measuredGoal = z
  .object({
    goal: reference,
    /** The goal or its target was invented for the demonstration. */
    isExample: z.boolean(),
    area: reference,
    target: targetPath.optional(),
    /** What the target was before it was changed by decision, the earliest first, with the change in words. */
    earlier: z.array(z.object({ target: targetPath, told: inBothLanguages })).optional(),
    assessed,
    chart: chartHead.optional(),
  })
  .meta({ id: 'MeasuredGoal' });

/** A locality with its own series; no points when it has no figures. */
export const localityValue = z
  .object({
    territory: z.object({ code: z.string(), name: localized, kind: z.enum(TERRITORY_KINDS) }),
    points: z.array(seriesPoint),
  })
  .meta({ id: 'LocalityValue' });

const sentenceList = z.object({ sv: z.array(z.string()), en: z.array(z.string()) });

/**
 * Two answers that are never one: `pace` tells how it has gone (and why no more can be said), `ahead` what a goal's target
 * takes and how likely it is. Without `goal` it is of the series alone.
 */
export const outlook = z
  .object({
    goal: slug.optional(),
    trend: trendView.optional(),
    pace: sentenceList,
    ahead: sentenceList,
    /** What the sentences round: the values they rest on, change and variation per year, what the target takes per year, the projection and the chance (0–1). */
    numbers: z.object({
      values: z.array(z.object({ period, value: figureView })),
      pace: z.number().optional(),
      variation: z.number().optional(),
      required: z.number().optional(),
      projection: z.object({ value: z.number(), low: z.number(), high: z.number() }).optional(),
      chance: z.number().optional(),
    }),
  })
  .meta({ id: 'Outlook' });

const headings = sentences
  .pick({ heading: true, headline: true, status: true })
  .partial({ status: true })
  .extend({
    /** The large figure: the number, and the unit beside it where it is no part of it. */
    figure: z.object({ number: z.string(), unit: z.string().optional() }).optional(),
    /** In the place of the large figure, why there is none: its kind, or which part its twelve months lack. */
    lacking: z.string().optional(),
    /** What the large figure covers and how sure it is; none where there is neither a figure nor a missing one. */
    caption: z.string().optional(),
    /** What does not count, a sentence each: figures of periods under way, and that one is not published yet. */
    apart: z.array(z.string()),
  });

/** A line of what is told about an indicator: a term, and what is told of it in the reader's language; `link` leads to more. */
const indicatorFact = z.object({ term: inBothLanguages, told: inBothLanguages, link: z.string().optional() }).meta({ id: 'IndicatorFact' });

/**
 * A value that is waited for, or all from `period` to `until` that never came and are not asked for any more. `lateSince`: the first day that was
 * too late, when it is; `told` says it all in words.
 */
export const awaitedValue = z
  .object({ period, until: period.optional(), date, state: z.enum(DUE_STATES), lateSince: date.optional(), told: inBothLanguages })
  .meta({ id: 'AwaitedValue' });

/** The public page of an indicator. */
export const indicatorPage = z
  .object({
    indicator: indicatorDefinition,
    /** What is told about it in a table of terms, in their order. */
    facts: z.array(indicatorFact),
    /** Which way is better, in words. */
    directionTold: inBothLanguages,
    /** The finding without any target, for the page's heading; `status`, that there is no target, only where no goal has one. */
    headline: z.object({ sv: headings, en: headings }),
    /** What the heading is about, and the large figure beneath it: the one outcome, in the measure of the first goal. */
    outcome: knownOutcome,
    chart: chartHead.optional(),
    goals: z.array(measuredGoal),
    points: z.array(seriesPoint),
    /** Rolling twelve months of the same series, where a target is measured that way; as sure as the least sure of their parts. */
    rolling: z.array(z.object({ period, value: figureView, quality })).optional(),
    /** What stands beside the values, by period and in words: each part it is broken down into, and margins of error. */
    columns: z.array(z.object({ head: inBothLanguages, told: z.record(period, inBothLanguages) })),
    /** The parts as a chart draws them: a line for each stretch that is told, on one side of a break, the last of a part with its name. */
    lines: z.array(z.object({ label: inBothLanguages, points: z.array(z.object({ period, value: figureView })) })).optional(),
    corrections: z.array(correction),
    localities: z.array(localityValue),
    /** Other municipalities and the country, their latest periods. */
    comparisons: z.array(localityValue),
    outlook: z.array(outlook),
    /** Every value that is overdue, or was left out before the latest figure, however long ago; oldest first. */
    missingValues: z.array(awaitedValue),
    /** The one that comes next, whatever is missing. */
    nextExpected: awaitedValue.optional(),
    /** The department that answers for the figures (`owner`), then who does what for the goals they measure. */
    answersForIt: z.array(
      z.object({ actor: reference, role: z.enum(['owner', ...ACTOR_ROLES]), goal: reference.optional(), isExample: z.boolean() }),
    ),
  })
  .meta({ id: 'IndicatorPage' });
export type IndicatorPageView = z.output<typeof indicatorPage>;

/** `?q=folkmängd&limit=20&offset=0`; without `q` every indicator. */
export const indicatorSearch = z.strictObject({ ...pageQuery.shape, q: freeText(100).default(''), known });
export type IndicatorSearch = z.output<typeof indicatorSearch>;

/** `?territory=0884&breakdown=kon=kvinnor`; without them the municipality as a whole. */
export const seriesSelection = z.strictObject({ territory: freeText(20).min(1).optional(), breakdown: freeText(80).default(''), known });
export type SeriesSelection = z.output<typeof seriesSelection>;

/** A line in a list or a search result. */
export const indicatorSummary = z
  .object({
    slug,
    name: localized,
    unit,
    decimals: z.int(),
    cadence: z.enum(CADENCES),
    isExample: z.boolean(),
    /** The last real value of the municipality as a whole that counts, of twelve months where the first goal measures it so (`measure`). */
    latest: z.object({ period, value: figureView, quality, provenance }).optional(),
    measure: z.enum(MEASURES),
    reporting: z.enum(REPORTINGS),
    /** Why there is none of the newest period, when it is that which is missing, and in words; of twelve months that lack a part no kind. */
    missing: z.object({ period, kind: missingKind.optional(), told: inBothLanguages }).optional(),
    /** Told locality by locality: the municipality as a whole has no figures, and none to come. */
    perLocality: z.boolean(),
  })
  .meta({ id: 'IndicatorSummary' });
/** One part of a list of indicators, with how many there are in all. */
export const indicatorList = z
  .object({ items: z.array(indicatorSummary), total: z.int(), limit: z.int(), offset: z.int() })
  .meta({ id: 'IndicatorList' });
export type IndicatorList = z.output<typeof indicatorList>;
