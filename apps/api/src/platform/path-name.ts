import * as z from 'zod';

/** A name in an address. One that nothing can be called is simply not found; only what no database can read is refused. */
export const pathName = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'text.not-storable');
