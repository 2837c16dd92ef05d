import {
  ACTION_STATUSES,
  ACTOR_KINDS,
  ACTOR_ROLES,
  AGGREGATIONS,
  BREAKDOWN_CONTENTS,
  BREAKDOWN_KINDS,
  CADENCES,
  DIRECTIONS,
  FORMULA_KINDS,
  INDICATOR_KINDS,
  INFLUENCES,
  LARGEST_THRESHOLD,
  LEAST_THRESHOLD,
  MEASURES,
  PATHS,
  REPORTINGS,
  SMALL_COUNT_THRESHOLD,
  TERRITORY_KINDS,
} from '@slusen/domain';
import * as z from 'zod';
import { date, period } from './periods.js';
import { requiredText, slug, webAddress } from './text.js';
import { figure } from './values.js';

/** A text in Swedish and, where somebody has written it, in English; pages in English show the Swedish one else, and mark its language. */
export const words = (max: number) => z.strictObject({ sv: requiredText(max), en: requiredText(max).optional() });
/** Negative where a value is known before its period ends: a tax rate, an election. */
const lagDays = z.int().min(-730).max(3660);
const days = z.int().min(0).max(3660);
const year = z.int().min(1000).max(9999);
const tolerance = figure.refine((value) => value >= 0, 'tolerance.negative');

/** The code of a place as figures name it: `0884`, `0884-frodinge`. */
const territoryCode = z
  .string()
  .max(20)
  .regex(/^[0-9a-z]+(?:-[0-9a-z]+)*$/, 'territory.malformed');

const territory = z
  .strictObject({
    code: territoryCode,
    kind: z.enum(TERRITORY_KINDS),
    name: words(200),
    parent: territoryCode.optional(),
  })
  .meta({ id: 'StrategyFileTerritory' });

const actor = z
  .strictObject({
    slug,
    kind: z.enum(ACTOR_KINDS),
    name: words(200),
    parent: slug.optional(),
    contact: requiredText(200).optional(),
    isExample: z.boolean().default(false),
  })
  .meta({ id: 'StrategyFileActor' });

const version = z
  .strictObject({
    number: z.int().min(1).max(1000),
    body: words(200),
    decidedOn: date.optional(),
    decidedOnText: words(200).optional(),
    paragraph: requiredText(40).optional(),
    dnr: requiredText(60).optional(),
    validFrom: date,
    validTo: date.optional(),
    documentOwner: words(200).optional(),
    replaces: words(300).optional(),
    isExample: z.boolean().default(false),
  })
  .meta({ id: 'StrategyFileVersion' });

const milestone = z.strictObject({ period, value: figure });
const targetFields = {
  measure: z.enum(MEASURES).default('value'),
  tolerance,
  decision: requiredText(300),
  isExample: z.boolean().default(false),
};

/** A path to a final value, whichever goal and indicator it is for. */
export const pointTarget = z.strictObject({
  kind: z.literal('point'),
  ...targetFields,
  path: z.enum(PATHS).default('linear'),
  baseline: milestone,
  milestones: z.array(milestone).max(50).default([]),
  final: milestone,
});

/** An interval to stay within, whichever goal and indicator it is for. */
export const bandTarget = z.strictObject({
  kind: z.literal('band'),
  ...targetFields,
  baselinePeriod: period,
  finalPeriod: period,
  low: figure,
  high: figure,
});

const target = z
  .discriminatedUnion('kind', [pointTarget.extend({ indicator: slug }), bandTarget.extend({ indicator: slug })])
  .meta({ id: 'StrategyFileTarget' });

/** Everything an action says about itself, whichever goal it is for. */
export const actionFields = {
  title: words(200),
  description: words(2000).optional(),
  lead: slug,
  partners: z.array(slug).max(50).default([]),
  startsOn: date,
  endsOn: date,
  status: z.enum(ACTION_STATUSES).default('not-started'),
  note: requiredText(1000).optional(),
  territory: territoryCode.optional(),
  indicator: slug.optional(),
};

const action = z.strictObject({ slug, ...actionFields, isExample: z.boolean().default(false) }).meta({ id: 'StrategyFileAction' });

const goal = z
  .strictObject({
    slug,
    name: words(200),
    description: words(2000),
    /** Why the goal is left unmeasured on purpose; then it has no indicators. */
    deliberatelyNotMeasured: words(2000).optional(),
    isExample: z.boolean().default(false),
    roles: z
      .array(z.strictObject({ actor: slug, role: z.enum(ACTOR_ROLES), note: words(500).optional() }))
      .max(100)
      .default([]),
    targets: z.array(target).max(50).default([]),
    /** Indicators that measure the goal though no target has been decided for them. */
    indicatorsWithoutTarget: z.array(slug).max(50).default([]),
    /** What is to be done for the goal: entered when the file is read, and left to those who lead it from then on. */
    actions: z.array(action).max(100).optional(),
  })
  .meta({ id: 'StrategyFileGoal' });

const area = z
  .strictObject({
    slug,
    name: words(200),
    shortName: words(40),
    description: words(2000),
    goals: z.array(goal).max(50).default([]),
  })
  .meta({ id: 'StrategyFileArea' });

const synonymList = z.array(requiredText(100)).max(30).default([]);

/** How a derived indicator is computed from others. */
export const formula = z.strictObject({ kind: z.enum(FORMULA_KINDS), parts: z.array(slug).min(2).max(20) }).meta({ id: 'Formula' });

/** What figures are entered and published by, beside the whole. */
export const breakdown = z.strictObject({
  kind: z.enum(BREAKDOWN_KINDS),
  /** The groups of ages by their names; women and men have names of their own. */
  groups: z.array(requiredText(80)).max(30).default([]),
  of: z.enum(BREAKDOWN_CONTENTS).default('people'),
  /** Numbers of people from 1 to one less than this are not published. */
  threshold: z.int().min(LEAST_THRESHOLD).max(LARGEST_THRESHOLD).default(SMALL_COUNT_THRESHOLD),
});

/** Everything an indicator says about itself, with its words as they are asked for. */
export const definitionFields = <Words extends z.ZodType, Unit extends z.ZodType>(text: (max: number) => Words, unit: Unit) => ({
  name: text(200),
  definition: text(2000),
  unit,
  decimals: z.int().min(0).max(6),
  direction: z.enum(DIRECTIONS),
  cadence: z.enum(CADENCES),
  reporting: z.enum(REPORTINGS).default('period'),
  aggregation: z.enum(AGGREGATIONS),
  lagDays,
  graceDays: days,
  min: figure.optional(),
  max: figure.optional(),
  mayRepeat: z.boolean().default(false),
  officialStatistics: z.boolean().default(false),
  source: z.strictObject({ name: requiredText(300), url: webAddress.optional() }),
  owner: slug.optional(),
  /** The years an irregular indicator is measured; without them nothing is ever due. */
  irregularYears: z.array(year).max(200).default([]),
  /** What a value should add up to: folkmängd = itself in the period before + födda − döda + … */
  balance: z
    .array(
      z.strictObject({
        indicator: slug,
        sign: z.literal([1, -1]),
        at: z.enum(['same-period', 'previous-period']).default('same-period'),
      }),
    )
    .max(20)
    .default([]),
  /** The localities it has values for, beside or instead of the municipality's own. */
  perLocality: z.array(territoryCode).max(200).default([]),
  contextNote: text(2000).optional(),
  isExample: z.boolean().default(false),
  influence: z.enum(INFLUENCES).optional(),
  kind: z.enum(INDICATOR_KINDS).optional(),
  /** Words that the public search finds it by beside its own. */
  synonyms: z.strictObject({ sv: synonymList, en: synonymList }).optional(),
  /** Where its source was discontinued: the last period, why, and what replaces it. */
  ending: z.strictObject({ after: period, reason: text(1000), replacedBy: slug.optional() }).optional(),
  /** Its figures are computed from others and never given. */
  formula: formula.optional(),
  breakdown: breakdown.optional(),
});

/** A definition as somebody writes it. */
export const definition = z.strictObject(definitionFields(words, z.strictObject({ ...words(60).shape, one: words(60).optional() })));

const indicator = definition
  .extend({
    slug,
    breaks: z
      .array(z.strictObject({ firstPeriod: period, reason: words(1000), decision: requiredText(300).optional() }))
      .max(50)
      .default([]),
  })
  .meta({ id: 'StrategyFileIndicator' });

/** The parts of a strategy file, each right in itself; how they refer to one another is checked by `strategyFile`. */
export const strategyFileShape = z.strictObject({
  format: z.literal(1),
  territories: z.array(territory).min(1).max(1000),
  actors: z.array(actor).max(1000),
  strategy: z.strictObject({ slug, name: words(200), purpose: words(2000) }),
  version,
  areas: z.array(area).max(50),
  indicators: z.array(indicator).max(1000),
});
/** A strategy file with its defaults filled in. */
export type StrategyFile = z.output<typeof strategyFileShape>;
export type StrategyFileGoal = z.output<typeof goal>;
export type StrategyFileIndicator = z.output<typeof indicator>;
