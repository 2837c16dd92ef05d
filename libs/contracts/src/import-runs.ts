import * as z from 'zod';
import { pageQuery } from './paging.js';
import { instant, period } from './periods.js';
import { reference } from './text.js';

/** What files that were read in are listed by. */
export const IMPORT_RUN_SORTS = ['at', 'file', 'source', 'by', 'rows', 'added', 'changed', 'unchanged'] as const;

/** `?sort=at&falling=1&limit=50`. */
export const importRunQuery = pageQuery.extend({
  sort: z.enum(IMPORT_RUN_SORTS).default('at'),
  falling: z.enum(['0', '1']).default('1'),
});
export type ImportRunQuery = z.output<typeof importRunQuery>;

const runFields = {
  id: z.int(),
  at: instant,
  /** Who answers for the figures. */
  by: z.object({ id: z.uuid(), name: z.string() }),
  source: z.string(),
  file: z.string(),
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** When the last of it becomes public, where some of it waits for its time. */
  waitsUntil: instant.optional(),
};

/** A file of figures that was read in. */
export const importRun = z.object(runFields).meta({ id: 'ImportRun' });
export type ImportRun = z.output<typeof importRun>;

/** Files that were read in, as many as are asked for. */
export const importRunList = z.object({ items: z.array(importRun), total: z.int() }).meta({ id: 'ImportRunList' });
export type ImportRunList = z.output<typeof importRunList>;

/** One of them with what it brought, indicator by indicator. */
export const importRunView = z
  .object({
    ...runFields,
    sha256: z.string(),
    /** Why published figures were changed. */
    reason: z.string().optional(),
    indicators: z.array(
      z.object({ indicator: reference, series: z.int(), added: z.int(), changed: z.int(), firstPeriod: period, lastPeriod: period }),
    ),
  })
  .meta({ id: 'ImportRunDetails' });
export type ImportRunView = z.output<typeof importRunView>;
