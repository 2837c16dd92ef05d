import * as z from 'zod';

const whole = (text: string): number => Number(text);

/** `?known=2026-04-27`: the moment that is asked about; what it may be, the API says. */
export const known = z.string().optional();

/** `?limit=20&offset=0`; at most 1,000 at a time. */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(whole)
    .pipe(z.int().min(1).max(1000))
    .default(20),
  offset: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(whole)
    .default(0),
});
