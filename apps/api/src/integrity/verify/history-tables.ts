/** Tables in which every row points to the record of its transaction. */
export const RECORDED_TABLES = [
  'actor',
  'area',
  'entry_author',
  'entry_event',
  'goal',
  'import_run',
  'indicator',
  'indicator_definition',
  'observation',
  'responsibility',
  'series_break',
  'strategy',
  'strategy_version',
  'target',
  'territory',
] as const;

/** Tables in which nothing recorded is ever changed or removed; the migrations make them so, `verify` sees that they still are. */
export const APPEND_ONLY_TABLES = [...RECORDED_TABLES, 'audit_event', 'record', 'recording'] as const;
