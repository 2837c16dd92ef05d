import type { Check } from './check.js';
import { streamed } from './cursor.js';
import { gapIn } from './revisions.js';

/** What was decided, with what each of its revisions is one of. */
const DECIDED: Readonly<Record<string, readonly string[]>> = {
  actor_revision: ['actor_id'],
  territory_revision: ['territory_id'],
  strategy_revision: ['strategy_id'],
  strategy_version_revision: ['strategy_version_id'],
  area_revision: ['area_id'],
  goal_revision: ['goal_id'],
  indicator_definition: ['indicator_id'],
  target: ['goal_id', 'indicator_id'],
  series_break: ['indicator_id', 'first_period'],
  point_note: ['indicator_id', 'territory_id', 'period'],
  responsibility: ['goal_id', 'actor_id', 'role'],
};

/** What is told of actions and planned in rounds is no decision, so that its revisions have no reason of their own. */
const TOLD: typeof DECIDED = {
  action_revision: ['action_id'],
  follow_up_round_revision: ['round_id'],
  follow_up_rule_revision: ['cadence'],
};

const every = (tables: typeof DECIDED, select: (table: string, of: readonly string[]) => string): string =>
  Object.entries(tables)
    .map(([table, of]) => select(table, of))
    .join(' union all ');

const NUMBERED = every(
  { ...DECIDED, ...TOLD },
  (table, of) =>
    `select concat_ws(' ', '${table}', ${of.join(', ')}) as name, array_agg(revision order by revision) as revisions from ${table} group by ${of.join(', ')}`,
);

/** Changes whose reason or decision the audit event of their transaction does not give. */
const UNTOLD = every(
  DECIDED,
  (table, of) => `
    select concat_ws(' ', '${table}', ${of.join(', ')}) as name, r.revision from ${table} r join audit_event a on a.record_id = r.record_id
     where (r.change_reason, r.change_decision) is distinct from (null, null)
       and (a.payload::jsonb #>> '{facts,reason}', a.payload::jsonb #>> '{facts,decision}') is distinct from (r.change_reason, r.change_decision)`,
);

/** Whatever was decided has revisions numbered without a gap, and the audit trail tells why and by which decision each was made. */
export const decisionsCheck: Check = {
  name: 'what was decided has every revision',
  async run(client, faults) {
    let looked = 0;
    for await (const { name, revisions } of streamed<{ name: string; revisions: number[] }>(client, NUMBERED)) {
      looked += revisions.length;
      const fault = gapIn(revisions);
      if (fault) faults.add(name, fault);
    }
    for await (const { name, revision } of streamed<{ name: string; revision: number }>(client, UNTOLD))
      faults.add(name, `the audit trail gives another reason or decision for revision ${revision}, or none`);
    return looked;
  },
};
