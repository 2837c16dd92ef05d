import type { Check } from './check.js';

interface Line {
  readonly id: number;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly firsts: number;
  readonly laters: number;
  readonly has_reason: boolean;
}

const RUNS = `
  select r.id, r.rows, r.added, r.changed, r.unchanged, r.reason is not null as has_reason,
         (count(o.id) filter (where o.revision = 1))::int as firsts, (count(o.id) filter (where o.revision > 1))::int as laters
    from import_run r left join observation o on o.import_run_id = r.id
   group by r.id order by r.id`;

const UNKNOWN = `
  select o.import_run_id as id, count(*) as count from observation o
   where o.import_run_id is not null and not exists (select 1 from import_run r where r.id = o.import_run_id)
   group by o.import_run_id order by o.import_run_id`;

/** Each import run brought as many new and changed figures as it says, and said why it changed any. */
export const importsCheck: Check = {
  name: 'import runs brought what they say',
  async run(client, faults) {
    const { rows: runs } = await client.query<Line>(RUNS);
    for (const run of runs) {
      for (const what of faultsOf(run)) faults.add(`import run ${run.id}`, what);
    }
    for (const { id, count } of (await client.query<{ id: number; count: number }>(UNKNOWN)).rows) {
      faults.add(`import run ${id}`, `it does not exist, but ${count} revisions came of it`);
    }
    return runs.length;
  },
};

function* faultsOf({ rows, added, changed, unchanged, firsts, laters, has_reason }: Line): Generator<string> {
  if (firsts !== added) yield `it says ${added} new figures, but brought ${firsts}`;
  if (laters !== changed) yield `it says ${changed} changed figures, but brought ${laters}`;
  if (rows !== added + changed + unchanged) yield `it says ${rows} rows, but ${added} new, ${changed} changed and ${unchanged} unchanged`;
  if (changed > 0 && !has_reason) yield 'it changed figures without a reason';
}
