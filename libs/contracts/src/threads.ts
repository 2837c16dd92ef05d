import { REPORTINGS } from '@slusen/domain';
import * as z from 'zod';
import { instant, period } from './periods.js';
import { freeText, localized, reference, requiredText, slug } from './text.js';

const place = {
  indicator: slug,
  period,
  /** The municipality when none is named. */
  territory: requiredText(20).optional(),
  breakdown: freeText(80).default(''),
};

/** `?indicator=…&period=…`: the thread of a figure. */
export const threadQuery = z.strictObject(place);
export type ThreadQuery = z.output<typeof threadQuery>;

/** Something to say about a figure: to everybody who works with it, to a colleague who is asked, or in answer to a question. */
export const newMessage = z
  .strictObject({ ...place, text: requiredText(2000), asks: z.uuid().optional(), answers: z.int().min(1).optional() })
  .refine(({ asks, answers }) => asks === undefined || answers === undefined, { path: ['answers'], message: 'thread.asks-or-answers' })
  .meta({ id: 'NewMessage' });
export type NewMessage = z.output<typeof newMessage>;

/** The number of what was said. */
export const writtenMessage = z.object({ id: z.int() }).meta({ id: 'WrittenMessage' });
export type WrittenMessage = z.output<typeof writtenMessage>;

const message = z.object({
  id: z.int(),
  text: z.string(),
  by: z.string(),
  isOwn: z.boolean(),
  at: instant,
  /** Whom it asks, and whether somebody has answered. */
  asks: z.object({ name: z.string(), isYou: z.boolean(), isAnswered: z.boolean() }).optional(),
  /** The question that it answers. */
  answers: z.int().optional(),
});

/** What was said about a figure, oldest first, and who can be asked. */
export const thread = z
  .object({ messages: z.array(message), people: z.array(z.object({ id: z.uuid(), name: z.string() })) })
  .meta({ id: 'Thread' });
export type Thread = z.output<typeof thread>;

/** A question that waits for one's answer. */
const openQuestion = z.object({
  id: z.int(),
  indicator: reference,
  reporting: z.enum(REPORTINGS),
  period,
  territory: z.object({ code: z.string(), name: localized }),
  breakdown: z.string(),
  text: z.string(),
  by: z.string(),
  at: instant,
  /** The entry under way, for whoever reviews it. */
  entry: z.uuid().optional(),
});

/** The questions that wait for one's answer, longest waiting first. */
export const openQuestions = z.object({ items: z.array(openQuestion) }).meta({ id: 'OpenQuestions' });
export type OpenQuestions = z.output<typeof openQuestions>;
