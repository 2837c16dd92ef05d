import type { Instant, IsoDate } from '@slusen/domain';

/**
 * The moment that a reading is about. It is made once, in the controller or the command, and handed to every query that reads
 * figures, definitions, targets, goals, roles or breaks; nothing below asks a clock.
 */
export interface AsOf {
  /** What counts as today (a date in Stockholm): which strategy is in force, what is due. */
  readonly today: IsoDate;
  /** Only what was recorded, and public, by then counts; undefined: by now. */
  readonly known: Instant | undefined;
}

/** SQL: whether the row of history called `alias` was recorded by the moment in `parameter` (null: now). */
export function wasRecorded(alias: string, parameter: `$${number}`): string {
  return `(${parameter}::timestamptz is null or exists (select from record known_by where known_by.id = ${alias}.record_id and known_by.at <= ${parameter}))`;
}
