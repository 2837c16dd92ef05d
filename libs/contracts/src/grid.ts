import { ENTRY_STATES, MOST_GRID_CELLS, QUESTION_KINDS, REPORTINGS } from '@slusen/domain';
import * as z from 'zod';
import { period } from './periods.js';
import { problem } from './problem.js';
import { freeText, localized, reference, requiredText, slug, unit } from './text.js';
import { figure, figureView, missingKind, quality } from './values.js';

const PERIOD_CADENCES = ['month', 'quarter', 'tertial', 'half-year', 'year'] as const;

/** Which periods a grid is asked for; what is left out is chosen by what the reader answers for. */
export const gridQuery = z.strictObject({ cadence: z.enum(PERIOD_CADENCES).optional(), from: period.optional(), to: period.optional() });
export type GridRange = z.output<typeof gridQuery>;

const outcome = { value: figureView.optional(), missing: missingKind.optional() };

/** The entry under way in a cell. */
export const gridEntry = z
  .object({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(ENTRY_STATES),
    ...outcome,
    /** Who wrote in it last. */
    by: z.string(),
    isOwn: z.boolean(),
  })
  .meta({ id: 'GridEntry' });
export type GridEntry = z.output<typeof gridEntry>;

/** Something to ask about the value of a cell. */
export const gridQuestion = z.object({ kind: z.enum(QUESTION_KINDS), sv: z.string(), en: z.string() }).meta({ id: 'GridQuestion' });
export type GridQuestion = z.output<typeof gridQuestion>;

/** One figure of a grid. */
export const gridCell = z
  .object({
    /** The latest figure that was approved, public or not. */
    figure: z.object({ ...outcome, quality }).optional(),
    entry: gridEntry.optional(),
    /** Why nothing can be entered here. */
    closed: z.enum(['not-begun', 'not-measured', 'derived']).optional(),
    /** The period has begun, but its figure is not due yet. */
    isEarly: z.boolean().optional(),
    /** The round that asks for it. */
    round: period.optional(),
    /** That round is locked: what comes now is said why. */
    isLocked: z.boolean().optional(),
    /** What is asked about the value of its draft and has no answer. */
    questions: z.array(gridQuestion).optional(),
  })
  .meta({ id: 'GridCell' });
export type GridCell = z.output<typeof gridCell>;

/** A series: an indicator in a place, its cells in the order of the periods. */
export const gridRow = z
  .object({
    indicator: reference,
    unit,
    decimals: z.int(),
    reporting: z.enum(REPORTINGS),
    isExample: z.boolean(),
    department: reference,
    territory: z.object({ code: z.string(), name: localized }),
    breakdown: z.string(),
    /** The goals that it measures. */
    goals: z.array(slug),
    cells: z.array(gridCell),
  })
  .meta({ id: 'GridRow' });
export type GridRow = z.output<typeof gridRow>;

/** Everything that the reader reports by periods of one length. */
export const gridView = z
  .object({
    cadence: z.enum(PERIOD_CADENCES),
    /** The lengths of period that there is something to report by. */
    cadences: z.array(z.enum(PERIOD_CADENCES)),
    periods: z.array(period),
    /** The latest one that has begun. */
    latest: period,
    /** The goals that the rows name. */
    goals: z.array(reference),
    rows: z.array(gridRow),
  })
  .meta({ id: 'Grid' });
export type GridView = z.output<typeof gridView>;

/** What is written into a cell, and on what: the version of the entry that was read, 0 when there was none. No value empties it. */
export const gridDraft = z
  .strictObject({
    indicator: slug,
    period,
    territory: requiredText(20),
    breakdown: freeText(80).default(''),
    version: z.int().min(0),
    value: figure.nullable(),
  })
  .meta({ id: 'GridDraft' });
export type GridDraft = z.output<typeof gridDraft>;

/** Cells that are saved at once, each as an entry of its own. */
export const gridDrafts = z.strictObject({ cells: z.array(gridDraft).min(1).max(MOST_GRID_CELLS) }).meta({ id: 'GridDrafts' });
export type GridDrafts = z.output<typeof gridDrafts>;

/** Entries that are submitted at once, and why, for those of them that correct or come late. */
export const gridSubmission = z
  .strictObject({
    entries: z
      .array(z.strictObject({ id: z.uuid(), version: z.int().min(1) }))
      .min(1)
      .max(MOST_GRID_CELLS),
    reason: freeText(2000).optional(),
  })
  .meta({ id: 'GridSubmission' });
export type GridSubmission = z.output<typeof gridSubmission>;

/** What became of one cell. `conflict`: it says something else meanwhile, which is told; nothing where there is no entry any more. */
export const gridResult = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('saved'), entry: gridEntry.optional(), questions: z.array(gridQuestion) }),
    z.object({ outcome: z.literal('conflict'), entry: gridEntry.optional() }),
    z.object({ outcome: z.literal('refused'), problem }),
  ])
  .meta({ id: 'GridResult' });
export type GridResult = z.output<typeof gridResult>;

/** What became of the cells, in the order that they were sent in. */
export const gridResults = z.object({ results: z.array(gridResult) }).meta({ id: 'GridResults' });
export type GridResults = z.output<typeof gridResults>;
