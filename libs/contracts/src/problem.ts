import { ERRORS, type ErrorCode } from '@slusen/domain';
import * as z from 'zod';

/** Every code of a problem: a rule's own, or the bare status (`http.404`) of what never came as far as a rule. */
export const problemCode = z.union([z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]), z.templateLiteral(['http.', z.int()])]);

/** RFC 9457: what went wrong, in words and in a stable code (`type` ends with it). */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    code: problemCode,
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])).optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problem>;
