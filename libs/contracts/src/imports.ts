import {
  FILE_QUESTIONS,
  MISSING_KINDS,
  TEXT_ENCODINGS,
  UPLOAD_ROW_KINDS,
  UPLOAD_STATES,
  UPLOAD_STEPS,
  type FileQuestion,
} from '@slusen/domain';
import * as z from 'zod';
import { pageQuery } from './paging.js';
import { instant } from './periods.js';
import { freeText, inBothLanguages, oneLine, reference } from './text.js';

const heading = z.string().max(500);
const said = z.union([z.strictObject({ column: heading }), z.strictObject({ text: freeText(500) })]);

/** What the columns of a file are, by the columns of ours. */
export const importMapping = z.strictObject({
  columns: z.record(z.string().max(40), said),
  part: heading.optional(),
  breakdown: z.array(heading).max(10),
  only: z.record(heading, z.string().max(500)),
  marks: z.record(z.string().max(20), z.enum(['zero', 'left-out', ...MISSING_KINDS])),
});
export type ImportMapping = z.output<typeof importMapping>;

/** How a file of text is written, where whoever sends it says so; the rest is found. */
export const importForm = z.strictObject({
  /** What stands between cells: no letter, digit or quote. */
  separator: z
    .string()
    .regex(/^[^\p{L}\p{N}"\r\n]$/u)
    .optional(),
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  /** The mark before decimals; the other one then stands between thousands. */
  decimal: z.enum([',', '.']).optional(),
  headerRow: z.int().min(1).max(1000).optional(),
});
export type ImportForm = z.output<typeof importForm>;

/** What whoever sends a file says of it. */
export const importChoices = z.strictObject({
  /** Empty until somebody says it; a file is checked with one. */
  source: z.union([z.literal(''), oneLine(300)]),
  sheet: z.string().max(200).optional(),
  form: importForm.optional(),
  /** Left out where the columns are called as ours are. */
  mapping: importMapping.optional(),
  /** What areas are that share their name with others, where neither a code nor a heading says it. */
  areaKind: z.enum(['municipality', 'locality']).optional(),
  /** What the form would ask about, and is right in this file. */
  accept: z.array(z.enum(Object.keys(FILE_QUESTIONS) as [FileQuestion, ...FileQuestion[]])).max(10),
  /** Numbers with more decimals than can be stored are rounded. */
  round: z.boolean(),
});
export type ImportChoices = z.output<typeof importChoices>;

/** Why something of a file is refused, in words for whoever sent it. */
export const importRefusal = z.object({
  row: z.int(),
  column: z.string().optional(),
  code: z.string(),
  reason: inBothLanguages,
  /** Of a mark in the place of values: which, and what statistics offices mean by it. */
  mark: z.string().optional(),
  proposed: z.string().optional(),
});
export type ImportRefusal = z.output<typeof importRefusal>;

/** What was seen of a file before anything of it was judged. */
export const importFound = z.object({
  kind: z.enum(['csv', 'workbook', 'px', 'json-stat']).optional(),
  sheets: z.array(z.string()),
  sheet: z.string().optional(),
  separator: z.string().optional(),
  encoding: z.string().optional(),
  decimal: z.enum([',', '.']).optional(),
  headerRow: z.int().optional(),
  headings: z.array(z.string()),
  /** Some of its first rows. */
  sample: z.array(z.array(z.string())),
  /** Headings that are periods, each row being a figure for each of them. */
  periods: z.array(z.string()),
  /** Why it could not be looked at. */
  refused: z.array(importRefusal),
});
export type ImportFound = z.output<typeof importFound>;

/** What checking a file came to. */
export const importOutcome = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  rounded: z.int(),
  /** How something was read that could have been read otherwise. */
  notes: z.array(z.object({ code: z.string(), from: z.string(), to: z.string() })),
  /** What can be answered of what is refused. */
  questions: z.array(importRefusal),
  /** Something was recorded since the check before; nothing was published. */
  isAnew: z.boolean().optional(),
});
export type ImportOutcome = z.output<typeof importOutcome>;

const person = z.object({ id: z.uuid(), name: z.string() });
const fields = {
  id: z.uuid(),
  version: z.int(),
  file: z.string(),
  bytes: z.int(),
  by: person,
  at: instant,
  state: z.enum(UPLOAD_STATES),
  source: z.string(),
  outcome: importOutcome.optional(),
  /** Whose indicators its figures are of. */
  departments: z.array(reference),
  /** It waits for the reader to review it. */
  awaitsReader: z.boolean(),
};

/** A file on its way, in a list. */
export const importItem = z.object(fields);
export type ImportItem = z.output<typeof importItem>;
/** Files on their way, the latest first. */
export const importList = z.object({ items: z.array(importItem) }).meta({ id: 'ImportList' });
export type ImportList = z.output<typeof importList>;

/** A file on its way. */
export const importView = z
  .object({
    ...fields,
    choices: importChoices,
    found: importFound,
    sha256: z.string(),
    /** Rows that were gone through so far. */
    progress: z.object({ stage: z.enum(['read', 'check', 'compare', 'publish']), rows: z.int() }).optional(),
    /** Why published figures change. */
    reason: z.string().optional(),
    /** What was said when it was sent back or withdrawn. */
    said: z.string().optional(),
    run: z.int().optional(),
    /** What of a withdrawn file stayed, since people revised it. */
    kept: z.int().optional(),
    /** It is published without a review. */
    isOfficial: z.boolean(),
    may: z.array(z.enum(UPLOAD_STEPS)),
    /** Whether the reader may say otherwise of its columns. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'ImportView' });
export type ImportView = z.output<typeof importView>;

/** The name of the file that is sent. */
export const importFileQuery = z.strictObject({ file: oneLine(200) });
export type ImportFileQuery = z.output<typeof importFileQuery>;

/** A step with a file. */
export const importStep = z.strictObject({ step: z.enum(UPLOAD_STEPS), reason: freeText(1000).optional() });
export type ImportStep = z.output<typeof importStep>;

/** `?kind=changed&q=vimmerby&offset=0&limit=50`. */
export const importRowQuery = pageQuery.extend({ kind: z.enum(UPLOAD_ROW_KINDS), q: freeText(100).optional() });
export type ImportRowQuery = z.output<typeof importRowQuery>;

/** A row of the preview. */
export const importRow = z.object({
  row: z.int(),
  indicator: z.string().optional(),
  territory: z.string().optional(),
  breakdown: z.string().optional(),
  period: z.string().optional(),
  was: z.string().optional(),
  becomes: z.string().optional(),
  column: z.string().optional(),
  reason: inBothLanguages.optional(),
});
export type ImportRow = z.output<typeof importRow>;
/** Rows of the preview, as many as are asked for. */
export const importRowList = z.object({ items: z.array(importRow), total: z.int() }).meta({ id: 'ImportRowList' });
export type ImportRowList = z.output<typeof importRowList>;

/** A source that files came from. */
export const importSource = z.strictObject({ name: oneLine(300), isOfficial: z.boolean() });
export type ImportSource = z.output<typeof importSource>;
/** The sources that files came from, and whether the reader marks them. */
export const importSourceList = z.object({ items: z.array(importSource), mayMark: z.boolean() }).meta({ id: 'ImportSourceList' });
export type ImportSourceList = z.output<typeof importSourceList>;
