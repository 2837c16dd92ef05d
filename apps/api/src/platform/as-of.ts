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
export function wasRecorded(alias: string, parameter: `$${number}` | ':known'): string {
  return `(${parameter}::timestamptz is null or exists (select from record known_by where known_by.id = ${alias}.record_id and known_by.at <= ${parameter}))`;
}

/** What has its content in revisions: `goal` in `goal_revision`, which names it by `goal_id`. */
export type RevisedTable = 'actor' | 'territory' | 'strategy' | 'strategy_version' | 'area' | 'goal';

/**
 * SQL: the things of a table with the latest revision that was recorded by the moment in `parameter` (null or none: now), to be read from or joined
 * (`join ${asKnown('actor', '$2')} a on a.id = …`). What was not there yet is left out. PostgreSQL writes it into the statement around
 * it, so that one row is looked up where one is wanted.
 */
export function asKnown(table: RevisedTable, parameter?: `$${number}`): string {
  const isKnown = parameter ? ` and ${wasRecorded('one', parameter)}` : '';
  return `(
    select head.*, latest.* from ${table} head
      join lateral (select * from ${table}_revision one where one.${table}_id = head.id${isKnown} order by one.revision desc limit 1) latest on true)`;
}
