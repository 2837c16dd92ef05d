/** As the database says it (`reduce_rows`), which cannot name the event to people. */
const TELLS = /^the event of record (\d+) still tells of /;
const RESTRICT_VIOLATION = '23001';

/** The record whose event would tell a removed text still, and so stopped the removal; undefined when something else did. */
export function recordThatTells(error: unknown): number | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (code !== RESTRICT_VIOLATION || typeof message !== 'string') return undefined;
  const record = TELLS.exec(message)?.[1];
  return record === undefined ? undefined : Number(record);
}
