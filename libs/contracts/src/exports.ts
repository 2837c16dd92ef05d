import * as z from 'zod';

/** Everything, written into one file that waits to be downloaded. */
export const madeExport = z
  .object({
    id: z.uuid(),
    /** Of the file as it is downloaded. */
    bytes: z.int(),
    /** What is hidden from the public and stands in the file all the same. */
    hidden: z.int(),
  })
  .meta({ id: 'MadeExport' });
export type MadeExport = z.output<typeof madeExport>;
