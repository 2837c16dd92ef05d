import { DomainError, parsePeriod, periodCode } from '@slusen/domain';
import * as z from 'zod';

const PERIOD_FORM = /^\d{4}(?:-(?:M(?:0[1-9]|1[0-2])|Q[1-4]|T[1-3]|H[12]))?$/;

/** A period as its code: `2026-M09`, `2026-Q3`, `2026-T2`, `2026-H1` or `2026`. */
export const period = z
  .string()
  .max(8)
  .regex(PERIOD_FORM, { error: 'period.unknown', abort: true })
  .refine((code) => {
    try {
      return periodCode(parsePeriod(code)) === code;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }, 'period.unknown')
  .meta({ id: 'Period' });

/** A calendar date in Stockholm: `2026-09-30`. */
export const date = z.iso.date();
/** A moment in UTC: `2026-09-30T22:00:00.000Z`. */
export const instant = z.iso.datetime();
