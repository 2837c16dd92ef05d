/** Tables in which every row points to the record of its transaction. */
export const RECORDED_TABLES = [
  'actor',
  'actor_revision',
  'area',
  'area_revision',
  'entry_author',
  'entry_event',
  'goal',
  'goal_revision',
  'import_run',
  'indicator',
  'indicator_definition',
  'observation',
  'responsibility',
  'series_break',
  'strategy',
  'strategy_revision',
  'strategy_version',
  'strategy_version_revision',
  'target',
  'territory',
  'territory_revision',
] as const;

/** Tables in which nothing recorded is ever changed or removed; the migrations make them so, `verify` sees that they still are. */
export const APPEND_ONLY_TABLES = [...RECORDED_TABLES, 'audit_event', 'record'] as const;
