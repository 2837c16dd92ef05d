import { checkValue, DomainError, ENTERED_PROVENANCES, MISSING_KINDS, PROVENANCES, QUALITIES } from '@slusen/domain';
import * as z from 'zod';

/** A figure: |v| < 10¹⁵ with at most six decimals; −0 becomes 0. */
export const figure = z
  .number()
  .superRefine((value, context) => {
    try {
      checkValue(value);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      context.addIssue({ code: 'custom', message: error.code });
    }
  })
  .transform((value) => (value === 0 ? 0 : value));

/** A figure on its way out: what the database holds needs no second check. */
export const figureView = z.number();
/** Why there is no value. */
export const missingKind = z.enum(MISSING_KINDS);
/** How sure a value is. */
export const quality = z.enum(QUALITIES);
/** How a value that somebody enters came about. */
export const enteredProvenance = z.enum(ENTERED_PROVENANCES);
/** How a value came about. */
export const provenance = z.enum(PROVENANCES);

/** A published figure as it was said: a value or why there is none, and what sort of value it is. */
export const saidFigure = z.object({
  value: figureView.optional(),
  missing: missingKind.optional(),
  quality,
  provenance,
  provenanceNote: z.string().optional(),
  margin: figureView.optional(),
  respondents: z.int().optional(),
  /** What a share is made of, where it says so. */
  numerator: figureView.optional(),
  denominator: figureView.optional(),
});
