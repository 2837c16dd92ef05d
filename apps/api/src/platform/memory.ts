const MIB = 1024 * 1024;

/**
 * Bytes that everything which keeps answers may keep: 80 MiB together, shared out here. Whatever keeps answers takes its bound from
 * this list, so that the sum stays one decision.
 */
export const MEMORY = {
  /** Finished pages. */
  pages: 52 * MIB,
  /** Searches, and addresses where there is no page. */
  madeUpAddresses: 8 * MIB,
  /** Charts as pictures. */
  pictures: 16 * MIB,
  /** Documents as PDF. */
  documents: 4 * MIB,
} as const;
