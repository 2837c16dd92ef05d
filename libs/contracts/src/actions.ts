import { ACTION_FIELDS, ACTION_STATUSES, ACTOR_KINDS } from '@slusen/domain';
import * as z from 'zod';
import { known, pageQuery } from './paging.js';
import { date, instant } from './periods.js';
import { actionFields } from './strategy-file-shape.js';
import { localized, reference, requiredText, slug } from './text.js';

/** What an official says of an action, when it is entered and whenever it changes. */
export const actionContent = z.strictObject({ goal: slug, ...actionFields }).meta({ id: 'ActionContent' });
export type ActionInput = z.output<typeof actionContent>;

/** `?goal=fler-bor-har&actor=gatukontoret&territory=0884-tuna`: the actions that all of them fit. */
export const actionSelection = z.strictObject({
  ...pageQuery.shape,
  goal: slug.optional(),
  actor: slug.optional(),
  territory: requiredText(20).optional(),
  known,
});
export type ActionSelection = z.output<typeof actionSelection>;

const actor = z.object({ slug, name: localized, kind: z.enum(ACTOR_KINDS), isExample: z.boolean() });
const place = z.object({ code: z.string(), name: localized });

const summaryFields = {
  slug,
  /** Not in force: a goal of an earlier version, which has no page any more. */
  goal: reference.extend({ isInForce: z.boolean() }),
  title: localized,
  lead: actor,
  partners: z.array(actor),
  startsOn: date,
  endsOn: date,
  status: z.enum(ACTION_STATUSES),
  /** The day on which it was told to have ended, where it had not when it was entered. */
  endedOn: date.optional(),
  note: z.string().optional(),
  territory: place.optional(),
  indicator: reference.optional(),
  isExample: z.boolean(),
  /** The day of the latest news of how far it has come. */
  movedOn: date,
  /** For how many days nothing has been heard of it, from 90 on. */
  standstillDays: z.int().optional(),
  /** Its last day has passed, and it has not ended. */
  isPastItsEnd: z.boolean(),
};

/** An action in a list. */
export const actionSummary = z.object(summaryFields).meta({ id: 'ActionSummary' });
export type ActionSummary = z.output<typeof actionSummary>;

/** Actions: what is under way first, by when it is to end; then what has ended. */
export const actionList = z
  .object({ items: z.array(actionSummary), total: z.int(), limit: z.int(), offset: z.int() })
  .meta({ id: 'ActionList' });
export type ActionList = z.output<typeof actionList>;

/** One time that something was said of an action: when, for which actor, and what was new. The person stands in the audit trail only. */
const actionStep = z.object({
  revision: z.int(),
  at: instant,
  /** The day of it in Stockholm. */
  on: date,
  /** The department; nobody, where it came with the strategy or from a strategist. */
  by: reference.optional(),
  status: z.enum(ACTION_STATUSES),
  note: z.string().optional(),
  startsOn: date,
  endsOn: date,
  changed: z.array(z.enum(ACTION_FIELDS)),
});

/** An action with its history, the latest step first. */
export const actionView = z
  .object({ ...summaryFields, description: localized.optional(), revision: z.int(), history: z.array(actionStep) })
  .meta({ id: 'Action' });
export type ActionView = z.output<typeof actionView>;

/** What whoever enters actions has before them: those they answer for, and what can be chosen in the form. */
export const actionDesk = z
  .object({
    items: z.array(actionSummary),
    goals: z.array(reference.extend({ area: localized })),
    /** Those that the reader may let lead. */
    leads: z.array(reference),
    actors: z.array(reference),
    territories: z.array(place),
    indicators: z.array(reference),
  })
  .meta({ id: 'ActionDesk' });
export type ActionDesk = z.output<typeof actionDesk>;
