import { ACTION_STATUSES, VERSION_STATES } from '@slusen/domain';
import * as z from 'zod';
import { goalRole, strategyDecision } from './goals.js';
import { date } from './periods.js';
import { inBothLanguages, localized, reference, slug } from './text.js';

/** When an adopted version holds, and how it stands. */
const versionFields = {
  validFrom: date,
  validTo: date.optional(),
  state: z.enum(VERSION_STATES),
};

/** An adopted version in the list of all of them. */
const versionInList = strategyDecision.omit({ name: true, purpose: true }).extend(versionFields);

/** An indicator of a goal with what was decided that it should reach; no target where none was. */
const documentIndicator = reference.extend({
  isExample: z.boolean(),
  target: z
    .object({
      /** "6,0 % 2030, från 8,4 % 2024" */
      text: inBothLanguages,
      /** How the way there runs, how far off counts as near, and by which decision. */
      path: inBothLanguages,
      decision: z.string(),
      isExample: z.boolean(),
    })
    .optional(),
});

/** An action for a goal, as far as it has come. */
const documentAction = reference.omit({ name: true }).extend({
  title: localized,
  lead: reference,
  startsOn: date,
  endsOn: date,
  status: z.enum(ACTION_STATUSES),
  endedOn: date.optional(),
  /** Its last day has passed, and it has not ended. */
  isPastItsEnd: z.boolean(),
  isExample: z.boolean(),
});

const documentGoal = reference.extend({
  description: localized,
  /** Why it is left unmeasured on purpose. */
  deliberatelyNotMeasured: localized.optional(),
  isExample: z.boolean(),
  indicators: z.array(documentIndicator),
  roles: z.array(goalRole),
  /** Of the version in force only: actions are told from day to day, not decided with it. */
  actions: z.array(documentAction),
});

/** A whole adopted version of the strategy as one document. */
export const strategyDocument = z
  .object({
    ...strategyDecision.shape,
    ...versionFields,
    /** The number of the version that held before it, and of the one that came after. */
    replacesVersion: z.int().optional(),
    replacedBy: z.int().optional(),
    /** What it replaces in the words of the decision; above the number, where both are there. */
    replaces: localized.optional(),
    /** Who answers for it as a document. */
    documentOwner: localized.optional(),
    areas: z.array(z.object({ slug, name: localized, shortName: localized, description: localized, goals: z.array(documentGoal) })),
    /** Every adopted version, this one too, the latest first. */
    versions: z.array(versionInList),
    hasExamples: z.boolean(),
  })
  .meta({ id: 'StrategyDocument' });
export type StrategyDocument = z.output<typeof strategyDocument>;
