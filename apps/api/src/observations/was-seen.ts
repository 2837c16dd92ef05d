/**
 * SQL: whether the public ever saw the revision `alias` of `public_observation`: not when a later one of its period had become public by
 * then, since a correction can overtake a figure that waits for its time.
 */
export function wasSeen(alias: string, moment: `$${number}`): string {
  return `not exists (
    select from public_observation(${moment}) later
     where later.series_id = ${alias}.series_id and later.period_end = ${alias}.period_end and later.period = ${alias}.period
       and later.revision > ${alias}.revision and later.public_at <= ${alias}.public_at)`;
}
