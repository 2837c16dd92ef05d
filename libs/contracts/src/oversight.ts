import * as z from 'zod';
import { pageQuery } from './paging.js';
import { date, instant } from './periods.js';
import { freeText, localized, slug } from './text.js';

const filters = {
  /** Part of the name or user name of who did it. */
  who: freeText(120).optional(),
  /** Part of what was done to what: a slug, a decision, a word. */
  about: freeText(200).optional(),
  /** The first and the last day, in Stockholm. */
  from: date.optional(),
  to: date.optional(),
};

/** Which events of the trail are asked for. */
export const auditSearch = z.strictObject(filters);
export type AuditSearch = z.output<typeof auditSearch>;

/** The same, a page of them at a time. */
export const auditPageQuery = pageQuery
  .pick({ limit: true })
  .extend(filters)
  .extend({
    /** Only what stands before this place in the chain: the last one that was read. */
    before: z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number)
      .optional(),
  });
export type AuditPageQuery = z.output<typeof auditPageQuery>;

/** Who did something; without an account it was the program, or whoever runs the server. */
const person = z.object({ id: z.uuid(), username: z.string(), name: z.string() });

/** One event of the trail. */
export const auditEntry = z
  .object({
    /** Its place in the chain. */
    seq: z.int(),
    at: instant,
    action: z.string(),
    subject: z.string(),
    by: person.optional(),
    /** Who was away and lent the right to it. */
    inPlaceOf: z.array(person).optional(),
    /** The account that it is about. */
    account: person.optional(),
    /** What was said before and after, where something was changed. */
    changes: z.array(z.object({ subject: z.string(), field: z.string(), before: z.string().optional(), after: z.string().optional() })),
    /** Everything else that is known of it. */
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof auditEntry>;

/** Events that were asked for, the latest first. */
export const auditList = z.object({ items: z.array(auditEntry), isMore: z.boolean() }).meta({ id: 'AuditList' });
export type AuditList = z.output<typeof auditList>;

/** An indicator of which something is lacking. */
export const indicatorHealth = z
  .object({
    indicator: z.object({ slug, name: localized }),
    /** Who answers for the figures. */
    owner: localized.optional(),
    hasTarget: z.boolean(),
    /** Somebody entered or read in a figure once, or has begun to. */
    isBegun: z.boolean(),
    /** Periods without the figure that should be there; how long the oldest of them has been lacking. */
    overdue: z.int(),
    since: date.optional(),
  })
  .meta({ id: 'IndicatorHealth' });
export type IndicatorHealth = z.output<typeof indicatorHealth>;

/** How the data are: every indicator of which something is lacking, and how many there are in all. */
export const dataHealth = z.object({ today: date, indicators: z.int(), lacking: z.array(indicatorHealth) }).meta({ id: 'DataHealth' });
export type DataHealth = z.output<typeof dataHealth>;
