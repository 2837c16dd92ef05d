import {
  ATTACHMENT_TYPES,
  calculated,
  CADENCES,
  DomainError,
  ENTRY_ACTIONS,
  ENTRY_STATES,
  LONGEST_SUM,
  QUESTION_KINDS,
  REPORTER_ANSWERS,
  REPORTINGS,
  TASK_ANSWER_KINDS,
  TIME_DECISIONS,
} from '@slusen/domain';
import * as z from 'zod';
import { indicatorDefinition, seriesPoint, targetPath } from './indicators.js';
import { date, instant, period } from './periods.js';
import { statusEffect } from './status-effect.js';
import { freeText, localized, oneLine, reference, requiredText, slug, unit, webAddress } from './text.js';
import { enteredProvenance, figure, figureView, missingKind, quality, saidFigure } from './values.js';

/** The reporter's answer to a plausibility question. */
export const answer = z.strictObject({ kind: z.enum(QUESTION_KINDS), comment: requiredText(2000) }).meta({ id: 'Answer' });

/** The same as it is read: unlike what someone sends, an answer of ours loses what is not declared. */
export const answerView = z.object({ kind: z.enum(QUESTION_KINDS), comment: z.string() });

/** As many parts as a breakdown can have. */
const MOST_PARTS = 30;

/** That it is few is no reason to give: what is not published is decided when it is. */
const partMissing = missingKind.exclude(['confidential']);

/** A part as it is sent. */
const entryPart = z
  .strictObject({ part: requiredText(80), value: figure.optional(), missing: partMissing.optional() })
  .refine(({ value, missing }) => (value === undefined) !== (missing === undefined), { path: ['missing'], message: 'value.or-missing' })
  .meta({ id: 'EntryPart' });

const areDifferent = (parts: readonly { readonly part: string }[]): boolean => new Set(parts.map(({ part }) => part)).size === parts.length;

/** The same as it is read. */
export const entryPartView = z
  .object({ part: z.string(), value: figureView.optional(), missing: partMissing.optional() })
  .meta({ id: 'EntryPartView' });

const figureFields = {
  value: figure.optional(),
  missing: missingKind.optional(),
  quality,
  margin: figure.refine((margin) => margin >= 0, 'margin.negative').optional(),
  respondents: z.int().min(0).max(1_000_000_000).optional(),
  comment: freeText(2000).optional(),
  sourceNote: freeText(500).optional(),
  link: webAddress.optional(),
  answers: z.array(answer).max(QUESTION_KINDS.length).default([]),
  reason: freeText(2000).optional(),
  provenance: enteredProvenance.optional(),
  provenanceNote: freeText(2000).optional(),
  /** What a share is made of: both, beside the value that they make. */
  numerator: figure.optional(),
  denominator: figure.optional(),
  /** Where the indicator is broken down: each part that is said, once. */
  parts: z.array(entryPart).min(1).max(MOST_PARTS).refine(areDifferent, 'name.repeated').optional(),
  /** The sum that makes the value, in plain notation: `48+1.5*2`. */
  calculation: z.string().min(1).max(LONGEST_SUM).optional(),
};

interface Outcome extends Partial<Record<'value' | 'margin' | 'respondents', number | undefined>> {
  readonly missing?: string | undefined;
  readonly calculation?: string | undefined;
}

/** A value or the reason why there is none; how sure it is, and how many answered, belong to a value. */
function checkOutcome(outcome: Outcome, context: z.RefinementCtx): void {
  const refuse = (field: keyof Outcome, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const { value, missing, calculation } = outcome;
  if (calculation !== undefined && resultOf(calculation) !== value) refuse('calculation', 'calculation.other-value');
  if (value !== undefined && missing !== undefined) refuse('missing', 'value.or-missing');
  if (value !== undefined) return;
  for (const field of ['margin', 'respondents'] as const) if (outcome[field] !== undefined) refuse(field, 'value.missing-has-margin');
}

/** What a calculation makes; nothing where it is none. */
function resultOf(calculation: string): number | undefined {
  try {
    return calculated(calculation);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** The figure of an entry, as it is saved: a number or the reason why there is none; neither while it is a draft. */
export const entryFigure = z.strictObject(figureFields).superRefine(checkOutcome).meta({ id: 'EntryFigure' });
export type EntryFigure = z.output<typeof entryFigure>;

/** What an official sends when a figure is recorded. */
export const newEntry = z
  .strictObject({ indicator: slug, period, territory: requiredText(20).optional(), breakdown: freeText(80).optional(), ...figureFields })
  .superRefine(checkOutcome)
  .meta({ id: 'NewEntry' });
export type NewEntry = z.output<typeof newEntry>;

/** One step through the workflow. */
export const entryStep = z
  .strictObject({ action: z.enum(ENTRY_ACTIONS).exclude(['save']), reason: freeText(2000).optional() })
  .meta({ id: 'EntryStep' });
export type EntryStep = z.output<typeof entryStep>;

/** What the reporter was asked about a value, in words. */
export const question = z.object({ kind: z.enum(QUESTION_KINDS), sv: z.string(), en: z.string() }).meta({ id: 'Question' });

const entryEvent = z.object({
  action: z.enum(ENTRY_ACTIONS),
  at: instant,
  by: z.string(),
  /** Whether the reader took the step: two people can have one name. */
  isOwn: z.boolean(),
  /** Who was away and lent the right, by their names. */
  inPlaceOf: z.array(z.string()).optional(),
  reason: z.string().optional(),
  value: figureView.optional(),
  missing: missingKind.optional(),
});

/** The revision of its period that a figure replaces, with all it says: a correction starts from it. */
export const replacedFigure = z
  .object({
    ...saidFigure.shape,
    source: z.string(),
    /** The source, where it is another than the indicator's own. */
    sourceNote: z.string().optional(),
    comment: z.string().optional(),
    link: z.string().optional(),
    /** From when it is public. */
    publishAt: instant,
    /** Its parts as they were entered, and whether its value was kept back from the public as a small count. */
    parts: z.array(entryPartView).optional(),
    isKeptBack: z.boolean().optional(),
  })
  .meta({ id: 'ReplacedFigure' });
export type ReplacedFigure = z.output<typeof replacedFigure>;

/** All that an entry says of its figure, as it is read. */
const enteredFigureView = z.object({
  value: figureView.optional(),
  missing: missingKind.optional(),
  quality,
  margin: figureView.optional(),
  respondents: z.int().optional(),
  comment: z.string().optional(),
  sourceNote: z.string().optional(),
  link: z.string().optional(),
  answers: z.array(answerView),
  reason: z.string().optional(),
  provenance: enteredProvenance.optional(),
  provenanceNote: z.string().optional(),
  numerator: figureView.optional(),
  denominator: figureView.optional(),
  calculation: z.string().optional(),
  parts: z.array(entryPartView).optional(),
});

/** A file that an entry rests on. */
const attachmentView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    type: z.enum(ATTACHMENT_TYPES),
    /** Bytes. */
    size: z.int(),
    /** Of its content, in hexadecimal. */
    sha256: z.string(),
    /** Taken away, for good once the entry is submitted. */
    isRemoved: z.boolean(),
  })
  .meta({ id: 'Attachment' });
export type AttachmentView = z.output<typeof attachmentView>;

/** What a file is called: one line without marks that turn it around, and no path. */
export const attachmentName = oneLine(200).refine((name) => !/[/\\]/.test(name), 'attachment.name-is-path');

/** Whether a file stays with its entry. */
export const keptAttachment = z.strictObject({ kept: z.boolean() }).meta({ id: 'KeptAttachment' });
export type KeptAttachment = z.output<typeof keptAttachment>;

/** An entry with its history, what may be done with it by the reader, and its questions. */
export const entryView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(ENTRY_STATES),
    indicator: reference,
    unit,
    decimals: z.int(),
    reporting: z.enum(REPORTINGS),
    isExample: z.boolean(),
    period,
    territory: z.object({ code: z.string(), name: localized }),
    breakdown: z.string(),
    ...enteredFigureView.shape,
    returnedReason: z.string().optional(),
    /** What it said when it was last returned, until it is approved. */
    returnedFigure: enteredFigureView.optional(),
    questions: z.array(question),
    /** Which of its parts are too few to be published, if it were now; the empty one is the whole. */
    keptBack: z.array(z.string()).optional(),
    events: z.array(entryEvent),
    actions: z.array(z.enum(ENTRY_ACTIONS)),
    /** In the order in which they came. */
    attachments: z.array(attachmentView),
    /** The figure it would replace, or did. */
    replaces: replacedFigure.optional(),
    updatedAt: instant,
  })
  .meta({ id: 'Entry' });
export type EntryView = z.output<typeof entryView>;

/** A goal whose target the figure is held against. */
const formGoal = z
  .object({
    goal: reference,
    target: targetPath,
    /** What the path expects of the period, or of the twelve months that end with it, by the target's measure. */
    expected: figureView.optional(),
  })
  .meta({ id: 'FormGoal' });

/** Who can report and who reviews for a department, by name. */
export const departmentPeople = z.object({ department: slug, reporters: z.array(z.string()), reviewers: z.array(z.string()) });
export type DepartmentPeople = z.output<typeof departmentPeople>;

/** What the entry form needs beside the entry itself. */
export const entryForm = z
  .object({
    indicator: indicatorDefinition,
    reporting: z.enum(REPORTINGS),
    period,
    territory: z.object({ code: z.string(), name: localized }),
    breakdown: z.string(),
    /** The day it is read, by the API's clock. */
    today: date,
    /** The last day it is in time, the same as in the task list. */
    lastDay: date,
    /** Its period is not over: no value that is not final counts in anything yet. */
    isOngoing: z.boolean(),
    /** The round that asks for it, by its period. */
    round: period.optional(),
    /** Until when it is reviewed, where a round asks for it. */
    reviewUntil: date.optional(),
    /** Who can report it, and who reviews it. */
    people: departmentPeople.optional(),
    /** That round is locked: what comes now is said why. */
    isLocked: z.boolean(),
    history: z.array(seriesPoint),
    /** In the order of the strategy; each its own path. */
    goals: z.array(formGoal),
    /** Where a target is about twelve months: those that end here, with the entry's figure in them where it counts. */
    twelveMonths: z.object({ value: figureView.optional() }).optional(),
    /** How sure a new value is, until its reporter says otherwise. */
    startingQuality: quality,
    /** How the approved entry of the nearest period before was counted, or else of the nearest after. */
    lastTime: z.object({ period, comment: z.string().optional(), sourceNote: z.string().optional() }).optional(),
    entry: entryView.optional(),
    /** What the entry does to each goal, in the order of `goals`; of one that says something yet. */
    effects: z.array(statusEffect),
    /** Until when the figure would wait if it were approved now; absent when it would be public at once. */
    publicFrom: instant.optional(),
    /** The latest figure of the period, public or not, if there is one, and the entry it came from. */
    replaces: replacedFigure.optional(),
    approved: entryView.optional(),
    limits: z.object({ min: figureView.optional(), max: figureView.optional(), mayRepeat: z.boolean(), officialStatistics: z.boolean() }),
  })
  .meta({ id: 'EntryForm' });
export type EntryForm = z.output<typeof entryForm>;

/** What was last said of a task instead of a figure, by whom and when. */
export const taskAnswerView = z
  .object({ id: z.int(), kind: z.enum(TASK_ANSWER_KINDS), until: date.optional(), reason: z.string().optional(), by: z.string(), on: date })
  .meta({ id: 'TaskAnswer' });
export type TaskAnswerView = z.output<typeof taskAnswerView>;

/** That a figure is not there yet and when to be reminded of it, or until when more time is asked for, and why. */
export const newTaskAnswer = z
  .strictObject({
    indicator: slug,
    period,
    /** The municipality when none is named. */
    territory: requiredText(20).optional(),
    breakdown: freeText(80).default(''),
    kind: z.enum(REPORTER_ANSWERS),
    until: date,
    reason: freeText(1000).optional(),
  })
  .meta({ id: 'NewTaskAnswer' });
export type NewTaskAnswer = z.output<typeof newTaskAnswer>;

/** What is decided about a request for more time; the day granted is the one that was asked for, unless another is said. */
export const timeDecision = z
  .strictObject({ kind: z.enum(TIME_DECISIONS), until: date.optional(), reason: freeText(1000).optional() })
  .meta({ id: 'TimeDecision' });
export type TimeDecision = z.output<typeof timeDecision>;

/** Something a reporter is to do, or has done. */
export const task = z
  .object({
    indicator: reference,
    unit,
    decimals: z.int(),
    reporting: z.enum(REPORTINGS),
    isExample: z.boolean(),
    cadence: z.enum(CADENCES),
    department: reference,
    territory: z.object({ code: z.string(), name: localized }),
    breakdown: z.string(),
    period,
    /** The last day it is in time: that of its round, where one asks for it. */
    lastDay: date,
    /** The round that asks for it, by its period. */
    round: period.optional(),
    /** Until when it is reviewed there. */
    reviewUntil: date.optional(),
    /** `preliminary`: it has a value that waits to become final. */
    state: z.enum(['due', 'overdue', 'draft', 'preliminary', 'returned', 'submitted', 'done']),
    entry: z.uuid().optional(),
    returnedReason: z.string().optional(),
    value: figureView.optional(),
    missing: missingKind.optional(),
    /** What stands of what was answered, as long as there is something to do. */
    answer: taskAnswerView.optional(),
    /** Whose it is, by their names, where the reader only stands in for them. */
    inPlaceOf: z.array(z.string()).optional(),
  })
  .meta({ id: 'Task' });
export type Task = z.output<typeof task>;

/** A reporter's tasks on a day, most pressing first, and who else works for their departments. */
export const taskList = z.object({ today: date, items: z.array(task), people: z.array(departmentPeople) }).meta({ id: 'TaskList' });
export type TaskList = z.output<typeof taskList>;
